import { describe, expect, it } from "vitest";
import { periodFrom } from "#app/gender/flow-query.ts";
import { selectionQuerySchema } from "#app/gender/selection-query.ts";

const schema = selectionQuerySchema("2026-11-29");
describe("what the selection page is asked", () => {
  it("is the twelve months to today where nothing is said", () => {
    expect(schema.parse({})).toEqual({ basis: "decided", from: "2025-11-29", to: "2026-11-29" });
    expect(periodFrom(schema.parse({}))).toEqual({ startsOn: "2025-11-29", endsBefore: "2026-11-30" });
  });

  it("is refused where it ends before it starts, is longer than ten years, or names no day", () => {
    const problems = (given: unknown) =>
      schema.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(problems({ from: "2026-05-02", to: "2026-05-01" })).toEqual([["to", "untilBeforeFrom"]]);
    expect(problems({ from: "2010-01-01", to: "2026-05-01" })).toEqual([["to", "periodTooLong"]]);
    expect(problems({ from: "1 May" })?.[0]?.[0]).toBe("from");
    expect(problems({ from: "9999-12-31", to: "9999-12-31" })?.[0]).toEqual(["from", "dayFar"]);
    expect(problems({ basis: "all" })?.[0]?.[0]).toBe("basis");
    expect(problems({ from: "2026-05-01", to: "2026-05-01" })).toBeUndefined();
  });
});
