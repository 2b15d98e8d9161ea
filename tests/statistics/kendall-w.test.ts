import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallW } from "#app/statistics/kendall-w.ts";
import { midRanks } from "#app/statistics/mid-ranks.ts";
import executives from "#tests/cases/reference/P04_kendallW_siegel_executives.json";
import ties from "#tests/cases/reference/P05_kendallW_ties.json";
import { completeRatings, shuffled, turned } from "./random-ratings.ts";

describe("kendallW", () => {
  it.each([executives, ties])("gives what Siegel prints: $name", ({ input, expected }) => {
    const found = kendallW(turned(input.ranks));
    expect(found.W).toBeCloseTo(expected.W, 10);
    expect(found.S).toBe(expected.S);
    expect(found.tieTerm).toBe(expected.tieT);
    expect(found.chi2).toBeCloseTo(expected.chisq, 10);
    expect(found.df).toBe(expected.df);
  });

  it("is 1 for one order, whatever the raters' scales", () => {
    expect(
      kendallW([
        [1, 10, 2],
        [2, 20, 5],
        [3, 90, 7],
      ]).W,
    ).toBe(1);
  });

  it("is undefined where nobody tells subjects apart, or there is too little", () => {
    expect(
      kendallW([
        [3, 2],
        [3, 2],
      ]).W,
    ).toBeNull();
    expect(kendallW([[1, 2]]).W).toBeNull();
    expect(kendallW([[1], [2]]).W).toBeNull();
    expect(kendallW([]).W).toBeNull();
  });

  it("leaves out subjects that somebody did not rate, and says how many stay", () => {
    const complete = [
      [1, 2],
      [2, 3],
      [3, 1],
    ];
    expect(kendallW([...complete, [null, 3]])).toEqual(kendallW(complete));
    expect(kendallW([...complete, [null, 3]]).subjects).toBe(3);
  });

  it("does not depend on order, nor on the raters' units, and lies in 0 … 1", () => {
    fc.assert(
      fc.property(completeRatings, fc.nat(), (table, key) => {
        const { W } = kendallW(table);
        const other = kendallW(
          shuffled(table, key).map((row) => row.map((value, j) => value ** 3 * (j + 1))),
        );
        if (W === null) {
          expect(other.W).toBeNull();
          return;
        }
        expect(W).toBeGreaterThanOrEqual(0);
        expect(W).toBeLessThanOrEqual(1 + 1e-12);
        expect(other.W).toBeCloseTo(W, 10);
      }),
    );
  });
});

describe("midRanks", () => {
  it("shares places among ties", () => {
    expect(midRanks([5, 1, 5, 2, 5])).toEqual({ ranks: [4, 1, 4, 2, 4], tieTerm: 24 });
  });
});
