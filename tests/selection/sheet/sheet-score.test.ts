import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetScore } from "#app/selection/sheet/sheet-score.ts";

const tenths = Array.from({ length: 10 }, (_, k) => ({ id: `c${k}`, weight: 100_000 }));

describe("sheetScore", () => {
  it("is the weighted mean of the marks", () => {
    const criteria = [
      { id: "merit", weight: 300_000 },
      { id: "competence", weight: 450_000 },
      { id: "needs", weight: 250_000 },
    ];
    expect(sheetScore({ merit: 4, competence: 3, needs: 2 }, criteria, 4)).toEqual({
      kind: "counted",
      score: 3.05,
      observedWeight: 1_000_000,
      totalWeight: 1_000_000,
    });
  });

  it("leaves out what was not observed instead of scoring it 0", () => {
    const marks = Object.fromEntries(tenths.map(({ id }, k) => [id, k < 9 ? 3 : null]));
    expect(sheetScore(marks, tenths, 4)).toMatchObject({
      kind: "counted",
      score: 3,
      observedWeight: 900_000,
    });
  });

  it("counts from exactly 80 % of the weight, though a sum of eight tenths is below .8 in floating point", () => {
    const marks = (observed: number) =>
      Object.fromEntries(tenths.slice(0, observed).map(({ id }) => [id, 2]));
    expect(sheetScore(marks(8), tenths, 4)).toMatchObject({ kind: "counted", score: 2 });
    expect(Array.from({ length: 8 }, () => 0.1).reduce((a, b) => a + b)).toBeLessThan(0.8);
    expect(sheetScore(marks(7), tenths, 4)).toEqual({
      kind: "tooLittleObserved",
      observedWeight: 700_000,
      totalWeight: 1_000_000,
    });
  });

  it("lies between the lowest and the highest mark, and ties are ties whatever the common denominator", () => {
    const entry = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 2, max: 999 }),
        (entries, by) => {
          const criteria = entries.map(([weight], k) => ({ id: `c${k}`, weight }));
          const marks = Object.fromEntries(entries.map(([, mark], k) => [`c${k}`, mark]));
          const found = sheetScore(marks, criteria, 4);
          if (found.kind !== "counted") throw new Error("Everything was observed.");
          const all = entries.map(([, mark]) => mark);
          expect(found.score).toBeGreaterThanOrEqual(Math.min(...all));
          expect(found.score).toBeLessThanOrEqual(Math.max(...all));
          const scaled = criteria.map(({ id, weight }) => ({ id, weight: weight * by }));
          expect(sheetScore(marks, scaled, 4)).toMatchObject({ score: found.score });
        },
      ),
    );
  });

  it("refuses marks off the scale, strange criteria, and weights that are none", () => {
    const one = [{ id: "a", weight: 1 }];
    expect(() => sheetScore({ a: 5 }, one, 4)).toThrow(RangeError);
    expect(() => sheetScore({ a: 0 }, one, 4)).toThrow(RangeError);
    expect(() => sheetScore({ a: 2.5 }, one, 4)).toThrow(RangeError);
    expect(() => sheetScore({ a: 2, b: 3 }, one, 4)).toThrow(RangeError);
    expect(() => sheetScore({ a: 2 }, [{ id: "a", weight: 0 }], 4)).toThrow(RangeError);
    expect(() => sheetScore({ a: 2 }, [{ id: "a", weight: 0.5 }], 4)).toThrow(RangeError);
  });
});
