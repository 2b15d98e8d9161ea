import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FourfoldTable } from "#app/statistics/fisher-exact.ts";
import { createGenerator } from "#app/statistics/generator.ts";
import { pooledDifference, stratifiedDifference } from "#app/statistics/stratified-difference.ts";

/**
 * Deaths under tolbutamide and placebo below 55 years of age and from 55 on (Rothman, Greenland and Lash 2008, Modern Epidemiology,
 * 3rd edition, table 15-1). The chapter prints 0.035 with 90 % limits −0.018 and 0.088; R's metafor, which repeats it, 0.0349,
 * −0.0176 and 0.0874.
 */
const TOLBUTAMIDE: readonly FourfoldTable[] = [
  [
    [8, 98],
    [5, 115],
  ],
  [
    [22, 76],
    [16, 69],
  ],
];
const NORMAL_90 = 1.6448536269514722;

const count = fc.integer({ min: 0, max: 9 });
const both = fc
  .tuple(fc.tuple(count, count), fc.tuple(count, count))
  .filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0);
const strata = fc.array(both, { minLength: 1, maxLength: 6 });

describe("a difference pooled over strata", () => {
  it("has the published value and the published variance", () => {
    const pooled = pooledDifference(TOLBUTAMIDE);
    if (pooled === null) throw new Error("There are two strata.");
    const { difference, varianceAt } = pooled;
    const reach = NORMAL_90 * Math.sqrt(varianceAt.constant + varianceAt.slope * difference);
    const printed = [difference, difference - reach, difference + reach].map((value) => value.toFixed(4));
    expect(printed).toEqual(["0.0349", "-0.0176", "0.0874"]);
  });

  it("has a variance that is never negative where the difference is the observed one", () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const pooled = pooledDifference(tables);
        if (pooled === null) throw new Error("Both groups are there.");
        const { constant, slope } = pooled.varianceAt;
        expect(constant + slope * pooled.difference).toBeGreaterThan(-1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it("has limits that lie just so many standard errors away, of the difference they suppose", () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const [pooled, found] = [pooledDifference(tables), stratifiedDifference(tables, NORMAL_90)];
        if (pooled === null || found === null) throw new Error("Both groups are there.");
        const { difference, varianceAt } = pooled;
        if (found.limits === null) {
          expect(tables.every(([[a, b], [c, d]]) => a + c === 0 || b + d === 0)).toBe(true);
          return;
        }
        for (const limit of found.limits) {
          if (Math.abs(limit) === 1) continue;
          const variance = varianceAt.constant + varianceAt.slope * limit;
          expect((limit - difference) ** 2).toBeCloseTo(NORMAL_90 ** 2 * variance, 9);
        }
        expect(found.limits[0]).toBeLessThanOrEqual(difference + 1e-12);
        expect(found.limits[1]).toBeGreaterThanOrEqual(difference - 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it("turns round with the groups", () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const turned = stratifiedDifference(tables.map(([one, other]): FourfoldTable => [other, one]));
        const [low = 0, high = 0] = stratifiedDifference(tables)?.limits ?? [];
        const [turnedLow = 0, turnedHigh = 0] = turned?.limits ?? [];
        expect(turnedLow).toBeCloseTo(-high, 9);
        expect(turnedHigh).toBeCloseTo(-low, 9);
      }),
    );
  });

  it("has limits that hold the true difference in about 95 of 100 tries, in few strata and in many small ones", () => {
    const { next } = createGenerator(1959);
    const chosen = (people: number, rate: number) =>
      Array.from({ length: people }, next).filter((draw) => draw < rate).length;
    for (const [strataCount, first, second] of [
      [2, 5, 8],
      [20, 2, 6],
      [50, 1, 5],
    ] as const) {
      const tries = Array.from({ length: 1500 }, () => {
        const tables = Array.from({ length: strataCount }, (): FourfoldTable => {
          const rate = 0.25 + 0.25 * next();
          const [a, c] = [chosen(first, rate - 0.15), chosen(second, rate)];
          return [
            [a, first - a],
            [c, second - c],
          ];
        });
        return stratifiedDifference(tables)?.limits ?? null;
      }).filter((limits) => limits !== null);
      const held = tries.filter(([low, high]) => low <= -0.15 && high >= -0.15).length;
      expect(held / tries.length).toBeGreaterThan(0.935);
      expect(held / tries.length).toBeLessThan(0.985);
    }
  });

  it("claims no limits where in every stratum all are chosen, or nobody", () => {
    const all: FourfoldTable = [
      [2, 0],
      [3, 0],
    ];
    const nobody: FourfoldTable = [
      [0, 4],
      [0, 1],
    ];
    expect(stratifiedDifference([all, nobody, all])).toEqual({ difference: 0, limits: null });
  });

  it("says nothing of nothing", () => {
    expect(stratifiedDifference([])).toBeNull();
  });
});
