import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetEntry } from "#app/selection/sheet/sheet-entry.ts";
import { sameEntry, sheetChanges } from "#app/selection/sheet/sheet-history.ts";

const anEntry = (criterionId: string): fc.Arbitrary<SheetEntry> =>
  fc
    .record({
      mark: fc.constantFrom(null, 0, 1, 2, 3),
      evidence: fc.constantFrom("", "thin", "borne out"),
      confidence: fc.constantFrom(null, "low" as const, "high" as const),
    })
    .map(({ mark, evidence, confidence }) => ({
      ...{ criterionId, evidence, confidence, level: mark === 0 ? null : mark, notObserved: mark === 0 },
    }));
const aVersion = fc.tuple(anEntry("a"), anEntry("b"), anEntry("c"));

describe("sheetChanges", () => {
  it("leads from each version to the next, and names no criterion that stayed", () => {
    fc.assert(
      fc.property(aVersion, aVersion, (before, after) => {
        const changes = new Map(sheetChanges(before, after).map((one) => [one.criterionId, one]));
        for (const [n, entry] of after.entries()) {
          const change = changes.get(entry.criterionId);
          expect(change === undefined).toBe(sameEntry(before[n], entry));
          if (change)
            expect(change).toEqual({ criterionId: entry.criterionId, before: before[n], after: entry });
        }
      }),
    );
  });

  it("says of the first version what was filled in, and of blank rows nothing", () => {
    const blank = { criterionId: "a", level: null, notObserved: false, evidence: "" };
    const scored = { ...blank, criterionId: "b", level: 2 };
    expect(sheetChanges([], [blank, scored])).toEqual([{ criterionId: "b", before: null, after: scored }]);
    expect(sheetChanges([scored], [scored])).toEqual([]);
  });

  it("tells a level from its evidence and from what was not observed", () => {
    const entry = { criterionId: "a", level: 1, notObserved: false, evidence: "" };
    expect(sheetChanges([entry], [{ ...entry, evidence: "seen" }])).toHaveLength(1);
    expect(sheetChanges([entry], [{ ...entry, level: null, notObserved: true }])).toHaveLength(1);
  });
});
