import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intraclassCorrelations, meanSquares } from "#app/statistics/icc.ts";
import { completeRatings, shuffled } from "./random-ratings.ts";

const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("intraclassCorrelations", () => {
  it("gives the mean squares Shrout & Fleiss print", () => {
    const found = meanSquares(SHROUT_FLEISS);
    expect(found?.subjects).toBeCloseTo(11.24, 2);
    expect(found?.raters).toBeCloseTo(32.49, 2);
    expect(found?.residual).toBeCloseTo(1.02, 2);
    expect(found?.within).toBeCloseTo(6.26, 2);
  });

  it("is undefined without variation, however the constant is written in binary", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 7 }),
        (value, raters) => {
          const constant = Array.from({ length: 5 }, () => new Array<number>(raters).fill(value));
          expect(Object.values(intraclassCorrelations(constant))).toEqual(new Array(9).fill(null));
        },
      ),
    );
  });

  it("is undefined for one subject or one rater", () => {
    expect(intraclassCorrelations([[1, 2, 3]]).icc21).toBeNull();
    expect(intraclassCorrelations([[1], [2]]).icc21).toBeNull();
    expect(intraclassCorrelations([]).icc21).toBeNull();
  });

  it("is 1 where raters agree and subjects differ, without limits since there is no residual", () => {
    const found = intraclassCorrelations([
      [1, 1],
      [2, 2],
      [4, 4],
    ]);
    expect(found.icc21).toBe(1);
    expect(found.F).toBeNull();
    expect(found.icc21Limits).toBeNull();
  });

  it("is not clipped below 0", () => {
    expect(
      intraclassCorrelations([
        [1, 4],
        [4, 1],
        [1, 4],
        [4, 1],
      ]).icc21,
    ).toBeLessThan(0);
  });

  it("is undefined at the pole of ICC(2,k), where the mean's total variance is estimated as 0", () => {
    const found = intraclassCorrelations([
      [4, 2, 2, 3],
      [3, 1, 1, 5],
      [2, 1, 4, 2],
      [3, 4, 4, 1],
      [1, 4, 2, 5],
    ]);
    expect(found.icc21).toBeCloseTo(-1 / 3, 12);
    expect(found.icc2k).toBeNull();
    expect(found.icc2kLimits).toBeNull();
  });

  it("does not depend on the order of subjects or raters, nor on shift and scale", () => {
    fc.assert(
      fc.property(completeRatings, fc.nat(), (table, key) => {
        const plain = intraclassCorrelations(table);
        const order = shuffled(
          (table[0] ?? []).map((_, j) => j),
          key,
        );
        const other = intraclassCorrelations(
          shuffled(table, key).map((row) => order.map((j) => 7 + 3 * (row[j] ?? 0))),
        );
        for (const name of ["icc11", "icc21", "icc31", "icc1k", "icc2k", "icc3k", "F"] as const) {
          const [a, b] = [plain[name], other[name]];
          if (a === null || b === null) expect(a).toBe(b);
          else expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
        }
      }),
    );
  });

  it("never gives NaN or infinity, nor limits the wrong way round", () => {
    fc.assert(
      fc.property(completeRatings, (table) => {
        const { icc21Limits, icc2kLimits } = intraclassCorrelations(table);
        for (const limits of [icc21Limits, icc2kLimits]) {
          if (limits !== null) expect(limits[0]).toBeLessThanOrEqual(limits[1]);
        }
        for (const value of Object.values(intraclassCorrelations(table)).flat()) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });

  it("refuses rows of different lengths", () => {
    expect(() => intraclassCorrelations([[1, 2], [1]])).toThrow(RangeError);
  });
});
