import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGenerator } from "#app/statistics/generator.ts";
import { meanDifference } from "#app/statistics/mean-difference.ts";
import { differenceLimits, type Stratum, withinDifference } from "#app/statistics/within-difference.ts";

const values = (least: number) =>
  fc.array(fc.integer({ min: -40, max: 40 }), { minLength: least, maxLength: 6 });
const strata = fc.array(fc.record({ first: values(0), second: values(0) }), { maxLength: 5 });

/** Least squares of the values on a constant for each stratum and one for the first group, by the normal equations. */
function leastSquares(given: readonly Stratum[]): number {
  const size = given.length + 1;
  const left = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  for (const [s, { first, second }] of given.entries()) {
    for (const [group, sample] of [first, second].entries()) {
      for (const value of sample) {
        const row = new Array<number>(size).fill(0);
        row[s] = 1;
        row[size - 1] = group === 0 ? 1 : 0;
        for (let a = 0; a < size; a += 1) {
          right[a] = (right[a] ?? 0) + (row[a] ?? 0) * value;
          const line = left[a] ?? [];
          for (let b = 0; b < size; b += 1) line[b] = (line[b] ?? 0) + (row[a] ?? 0) * (row[b] ?? 0);
        }
      }
    }
  }
  for (let k = 0; k < size; k += 1) {
    const pivot = left[k]?.[k] ?? 0;
    if (Math.abs(pivot) < 1e-9) continue;
    for (let other = 0; other < size; other += 1) {
      if (other === k) continue;
      const factor = (left[other]?.[k] ?? 0) / pivot;
      const line = left[other] ?? [];
      for (let b = 0; b < size; b += 1) line[b] = (line[b] ?? 0) - factor * (left[k]?.[b] ?? 0);
      right[other] = (right[other] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  return (right[size - 1] ?? 0) / (left[size - 1]?.[size - 1] ?? 1);
}

describe("withinDifference", () => {
  it("is the group's coefficient in a least squares fit with a constant a stratum", () => {
    fc.assert(
      fc.property(strata, (given) => {
        const found = withinDifference(given);
        const comparable = given.some(({ first, second }) => first.length > 0 && second.length > 0);
        expect(found !== null).toBe(comparable);
        if (found) expect(found.difference).toBeCloseTo(leastSquares(given), 7);
      }),
    );
  });

  it("is Welch's with one stratum", () => {
    fc.assert(
      fc.property(values(2), values(2), (first, second) => {
        const [found, welch] = [withinDifference([{ first, second }]), meanDifference(first, second)];
        expect(found?.difference).toBeCloseTo(welch?.difference ?? Number.NaN, 9);
        const limits = found && differenceLimits(found);
        expect(limits === null).toBe(welch?.limits === null);
        for (const end of [0, 1] as const) {
          if (limits && welch?.limits) expect(limits[end]).toBeCloseTo(welch.limits[end], 6);
        }
      }),
    );
  });

  it("does not take a severe stratum for a gap", () => {
    const found = withinDifference([
      { first: [1, 1.2, 1.1, 0.9], second: [1.05] },
      { first: [4.05], second: [4, 4.2, 4.1, 3.9] },
    ]);
    expect(found?.difference).toBeCloseTo(0, 12);
    fc.assert(
      fc.property(
        strata,
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 5, maxLength: 5 }),
        (given, moves) => {
          const moved = given.map(({ first, second }, at) => ({
            first: first.map((value) => value + (moves[at] ?? 0)),
            second: second.map((value) => value + (moves[at] ?? 0)),
          }));
          const [plain, other] = [withinDifference(given), withinDifference(moved)];
          if (plain) expect(other?.difference).toBeCloseTo(plain.difference, 7);
          if (plain?.standardError) expect(other?.standardError).toBeCloseTo(plain.standardError, 7);
        },
      ),
    );
  });

  it("has limits that hold the truth as often as they say", () => {
    const { next } = createGenerator(20261129);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const sample = (count: number, mean: number, spread: number) =>
      Array.from({ length: count }, () => mean + spread * normal());
    let holds = 0;
    const runs = 3000;
    for (let run = 0; run < runs; run += 1) {
      const found = withinDifference(
        [4, 2, 7, 3].map((count, at) => ({
          first: sample(count, 3 + at, 0.4),
          second: sample(11 - count, 2.8 + at, 0.8),
        })),
      );
      const limits = found && differenceLimits(found);
      if (limits && limits[0] <= 0.2 && limits[1] >= 0.2) holds += 1;
    }
    // 3,000 draws: the standard error of the share is 0.004.
    expect(holds / runs).toBeGreaterThan(0.935);
    expect(holds / runs).toBeLessThan(0.965);
  });

  it("knows nothing of chance where a group never stands twice, or nothing varies", () => {
    expect(withinDifference([{ first: [3], second: [1, 2] }])).toEqual({
      difference: 1.5,
      standardError: null,
      df: null,
    });
    expect(
      withinDifference([{ first: [1 / 3, 1 / 3, 1 / 3], second: [0.1, 0.1] }])?.standardError,
    ).toBeNull();
    expect(differenceLimits({ difference: 1, standardError: null, df: null })).toBeNull();
    expect(withinDifference([])).toBeNull();
  });
});
