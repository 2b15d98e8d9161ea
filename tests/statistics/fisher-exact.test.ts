import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact } from "#app/statistics/fisher-exact.ts";
import boschloo from "#tests/cases/reference/P19_boschloo.json";

const count = fc.integer({ min: 0, max: 60 });

describe("fisherExact", () => {
  it.each(boschloo.expected.rows)("gives SciPy's two-sided p for $table", ({ table, fisherTwo }) => {
    const [a = 0, b = 0, c = 0, d = 0] = table.flat();
    expect(
      Math.abs(
        fisherExact([
          [a, b],
          [c, d],
        ]).p /
          fisherTwo -
          1,
      ),
    ).toBeLessThan(1e-9);
  });

  it("counts the other equally likely table half for mid-p, where rounding must not split them", () => {
    const found = fisherExact([
      [6, 9],
      [8, 7],
    ]);
    expect(found.midP).toBeCloseTo(0.493776331648417, 12);
    expect(
      fisherExact([
        [3, 1],
        [1, 3],
      ]).p,
    ).toBeCloseTo(34 / 70, 14);
    expect(
      fisherExact([
        [3, 1],
        [1, 3],
      ]).midP,
    ).toBeCloseTo(18 / 70, 14);
  });

  it("says 1 where the margins leave one table only", () => {
    expect(
      fisherExact([
        [0, 5],
        [0, 9],
      ]),
    ).toEqual({ p: 1, midP: 0.5 });
    expect(
      fisherExact([
        [0, 0],
        [0, 0],
      ]).p,
    ).toBe(1);
  });

  it("stays within its bounds and does not mind turning the table", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { p, midP } = fisherExact([
          [a, b],
          [c, d],
        ]);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(midP).toBeGreaterThan(0);
        expect(midP).toBeLessThan(p);
        for (const other of [
          fisherExact([
            [c, d],
            [a, b],
          ]),
          fisherExact([
            [a, c],
            [b, d],
          ]),
          fisherExact([
            [b, a],
            [d, c],
          ]),
        ]) {
          expect(Math.abs(other.p / p - 1)).toBeLessThan(1e-9);
          expect(Math.abs(other.midP / midP - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("keeps its digits in large tables", () => {
    const { p } = fisherExact([
      [5000, 5000],
      [5000, 5000],
    ]);
    expect(p).toBe(1);
    expect(
      fisherExact([
        [900, 100],
        [100, 900],
      ]).p,
    ).toBeGreaterThan(0);
  });

  it("refuses what is no count", () => {
    expect(() =>
      fisherExact([
        [1, -1],
        [2, 3],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact([
        [1, 0.5],
        [2, 3],
      ]),
    ).toThrow(RangeError);
  });
});
