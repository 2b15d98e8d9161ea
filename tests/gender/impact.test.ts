import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adverseImpact, impactFigures } from "#app/gender/impact.ts";

const group = fc
  .integer({ min: 0, max: 300 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((selected) => ({ selected, total })));

describe("adverseImpact", () => {
  it("does not flag exactly four fifths, though .60 / .75 is below .8 in floating point", () => {
    const exactly = adverseImpact({ selected: 3, total: 5 }, { selected: 21, total: 28 });
    expect(exactly).toMatchObject({ kind: "judged", flagged: false });
    expect(3 / 5 / (21 / 28)).toBeLessThan(0.8);
    const below = adverseImpact({ selected: 47, total: 100 }, { selected: 60, total: 100 });
    expect(below).toMatchObject({ kind: "judged", flagged: true, figures: { lower: 1 } });
  });

  it("never flags an exact four fifths, whichever group is the lower", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), (part, scale) => {
        const lower = { selected: 4 * part, total: 50 * 5 * scale };
        const higher = { selected: 5 * part, total: 50 * 5 * scale };
        expect(impactFigures(lower, higher).belowFourFifths).toBe(false);
        expect(impactFigures(higher, lower).belowFourFifths).toBe(false);
        expect(impactFigures({ ...lower, total: lower.total + 1 }, higher).belowFourFifths).toBe(true);
      }),
    );
  });

  it("says too few to judge below 30 in the stage, beside the figures", () => {
    const found = adverseImpact({ selected: 2, total: 14 }, { selected: 10, total: 15 });
    expect(found).toMatchObject({ kind: "tooFew", figures: { belowFourFifths: true } });
    expect(adverseImpact({ selected: 2, total: 15 }, { selected: 10, total: 15 }).kind).toBe("judged");
  });

  it("gives counts only where a group is below 5, in however large a stage", () => {
    const found = adverseImpact({ selected: 1, total: 4 }, { selected: 100, total: 400 });
    expect(found).toEqual({
      kind: "countsOnly",
      group1: { selected: 1, total: 4 },
      group2: { selected: 100, total: 400 },
    });
    expect(adverseImpact({ selected: 1, total: 5 }, { selected: 100, total: 400 }).kind).toBe("judged");
  });

  it("leaves undefined what an empty group or no selection leaves so", () => {
    expect(impactFigures({ selected: 0, total: 0 }, { selected: 3, total: 9 })).toMatchObject({
      rate1: null,
      rate2: 1 / 3,
      impactRatio: null,
      difference: null,
      fisher: null,
      belowFourFifths: false,
      lower: null,
    });
    expect(impactFigures({ selected: 0, total: 20 }, { selected: 0, total: 20 })).toMatchObject({
      impactRatio: null,
      belowFourFifths: false,
      difference: 0,
      fisher: 1,
    });
  });

  it("mirrors when the groups change places, and never gives NaN", () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const there = impactFigures(first, second);
        const back = impactFigures(second, first);
        expect(back.impactRatio).toBe(there.impactRatio);
        expect(back.belowFourFifths).toBe(there.belowFourFifths);
        expect(back.rate1).toBe(there.rate2);
        if (there.fisher !== null) expect(back.fisher).toBeCloseTo(there.fisher, 9);
        for (const value of Object.values(there).flat()) expect(Number.isNaN(value)).toBe(false);
      }),
    );
  });

  it("refuses more selected than there were", () => {
    expect(() => impactFigures({ selected: 3, total: 2 }, { selected: 1, total: 2 })).toThrow(RangeError);
  });
});
