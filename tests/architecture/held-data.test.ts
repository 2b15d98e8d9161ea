import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSchema } from "./personal.ts";

/** What a member is shown of themself, by the models it is kept in. */
const SHOWN = [
  "Person",
  "PersonLanguage",
  "CareerPost",
  "FieldService",
  "Education",
  "LeadershipCourse",
  "Profile",
  "CadreMembership",
  "Readiness",
  "VacancyInterest",
  "VacancyInvitation",
  "DevelopmentItem",
  "CourseNomination",
  "CompactNote",
];
const SCHEMAS = ["access", "cadre", "development", "compact"].map((name) =>
  readFileSync(`prisma/schema/${name}.prisma`, "utf8"),
);

it("what the programme holds about a member names every column that is tagged as personal", () => {
  const schema = readSchema(SCHEMAS.join("\n"));
  const question = readFileSync("app/cadre/held-data.queries.server.ts", "utf8");
  const tagged = SHOWN.flatMap((model) =>
    (schema.get(model) ?? []).filter(({ personal }) => personal).map(({ name }) => ({ model, name })),
  );
  expect(tagged.length).toBeGreaterThan(40);
  expect(tagged.filter(({ name }) => !new RegExp(`\\b${name}: true`).test(question))).toEqual([]);
});
