import { expect, it } from "vitest";
import { idleExcuses, reachable, readSchema, untagged } from "./personal.ts";
import { projectFiles } from "./project-files.ts";

const text = projectFiles()
  .filter(({ path }) => path.endsWith(".prisma"))
  .map((file) => file.text)
  .join("\n");
const schema = readSchema(text);

it("tags every column in which words about a person may stand, or says why not", () => {
  expect(untagged(schema)).toEqual([]);
});

it("excuses nothing that is gone or tagged", () => {
  expect(idleExcuses(schema)).toEqual([]);
});

/** What no type tells: figures, days and choices that are about a person. */
it.each([
  ...["Person.birthDate", "PersonLanguage.level", "Profile.fieldMissions", "Profile.deployableDays"],
  ...[
    "CareerPost.peopleLed",
    "CareerPost.budgetThousands",
    "Clearance.outcome",
    "Finding.outcome",
    "FindingCriterion.level",
    "FindingVersion.outcome",
    "ScoreEntry.level",
    "ScoreEntry.confidence",
    "ScoreSheetVersion.entries",
    "Readiness.level",
  ],
])("tags %s", (column) => {
  const [model = "", name = ""] = column.split(".");
  expect(schema.get(model)?.find((one) => one.name === name)).toMatchObject({ personal: true });
});

it("sees a free text that somebody adds to what can be come to from a person", () => {
  const grown = readSchema(text.replace("model ScoreSheet {\n", "model ScoreSheet {\n  remark String?\n"));
  expect(untagged(grown)).toEqual(["ScoreSheet.remark"]);
  const tagged = text.replace(
    "model ScoreSheet {\n",
    "model ScoreSheet {\n  /// @personal\n  remark String?\n",
  );
  expect(untagged(readSchema(tagged))).toEqual([]);
  expect(reachable(schema, "Person")).toContain("ScoreEntry");
  expect(reachable(schema, "Person")).not.toContain("AppSetting");
});
