import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrinkTowardsZero } from "#app/statistics/shrinkage.ts";

const estimates = fc.array(
  fc.record({
    value: fc.double({ min: -5, max: 5, noNaN: true }),
    variance: fc.double({ min: 0.01, max: 4, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
);

describe("shrinkTowardsZero", () => {
  it("takes for spread what makes the weighted squares as large as expected", () => {
    // Variances alike: the spread is the mean square less the variance.
    const found = shrinkTowardsZero([1, -1, 2, 0].map((value) => ({ value, variance: 0.5 })));
    expect(found?.spread).toBeCloseTo(6 / 4 - 0.5, 12);
    for (const [at, value] of (found?.values ?? []).entries()) {
      expect(value).toBeCloseTo(([1, -1, 2, 0][at] ?? 0) * (1 / 1.5), 12);
    }
  });

  it("draws every estimate toward 0, none past it, the less known the further", () => {
    fc.assert(
      fc.property(estimates, (given) => {
        const { values, spread } = shrinkTowardsZero(given) ?? { values: [], spread: -1 };
        expect(spread).toBeGreaterThanOrEqual(0);
        const kept = given.map(({ variance }) => spread / (spread + variance));
        for (const [at, { value }] of given.entries()) {
          expect(Math.abs(values[at] ?? 9)).toBeLessThanOrEqual(Math.abs(value));
          expect((values[at] ?? 0) * value).toBeGreaterThanOrEqual(0);
          expect(values[at]).toBeCloseTo(value * (kept[at] ?? 0), 12);
        }
      }),
    );
  });

  it("leaves nothing where chance explains all, and says nothing of one alone", () => {
    expect(
      shrinkTowardsZero([
        { value: 0.1, variance: 1 },
        { value: -0.2, variance: 1 },
      ])?.values,
    ).toEqual([0, -0]);
    expect(shrinkTowardsZero([{ value: 3, variance: 1 }])).toBeNull();
    expect(() =>
      shrinkTowardsZero([
        { value: 3, variance: 0 },
        { value: 1, variance: 1 },
      ]),
    ).toThrow(RangeError);
  });
});
