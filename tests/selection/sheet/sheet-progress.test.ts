import { expect, it } from "vitest";
import { keptEntry, sheetProgress } from "#app/selection/sheet/sheet-entry.ts";

const criteria = [
  { id: "a", weight: 9 },
  { id: "b", weight: 1 },
];

it.each([
  ["a", "10"],
  ["a", "99"],
  ["a", "0"],
  ["a", "2.5"],
  ["a", "x"],
  ["stranger", "3"],
])("counts a row that does not fit the rubric as unanswered (%s, %s)", (criterionId, mark) => {
  const wrong = keptEntry({ criterionId, mark, evidence: "" });
  const right = keptEntry({ criterionId: "b", mark: "3", evidence: "" });
  expect(sheetProgress([wrong, right], criteria, 5)).toEqual({
    answered: 1,
    criteria: 2,
    observedShare: 0.1,
    counts: false,
  });
});
