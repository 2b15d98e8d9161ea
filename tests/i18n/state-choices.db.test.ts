import { expect, it } from "vitest";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";

it("names states in the reader's language, and leaves a code that the tables do not know", async () => {
  const codes = ["CF", "PK", "CF", "XX"];
  const english = await stateNames("en", codes);
  const french = await stateNames("fr", codes);
  expect(codes.map(english)).toEqual([
    "Central African Republic",
    "Pakistan",
    "Central African Republic",
    "XX",
  ]);
  expect(french("CF")).toBe("République centrafricaine");
});
