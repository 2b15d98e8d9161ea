import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanDifference } from "#app/statistics/mean-difference.ts";

/** Hours of sleep gained by two soporifics: Student 1908, Biometrika 6:1–25. */
const SLEEP = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
] as const;

const values = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 2, maxLength: 12 });

describe("meanDifference", () => {
  it("gives what R's t.test prints for Student's sleep data", () => {
    const found = meanDifference(...SLEEP);
    expect(found?.difference).toBeCloseTo(-1.58, 12);
    expect(found?.df).toBeCloseTo(17.776474, 6);
    expect(found?.limits?.[0]).toBeCloseTo(-3.3654832, 6);
    expect(found?.limits?.[1]).toBeCloseTo(0.2054832, 6);
  });

  it("turns round with its samples, moves with neither, and grows with the scale", () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 9 }), (a, b, factor) => {
        const plain = meanDifference(a, b);
        const turned = meanDifference(b, a);
        expect(turned?.difference).toBeCloseTo(-(plain?.difference ?? 0), 9);
        expect(turned?.limits === null).toBe(plain?.limits === null);
        if (!plain?.limits) return;
        expect(turned?.limits?.[0]).toBeCloseTo(-plain.limits[1], 8);
        const grown = meanDifference(
          a.map((value) => factor * value + 7),
          b.map((value) => factor * value + 7),
        );
        expect(grown?.limits?.[1]).toBeCloseTo(factor * plain.limits[1], 6);
      }),
    );
  });

  it("is undefined where there is nobody, and without limits where nothing is known of chance", () => {
    expect(meanDifference([], [1, 2])).toBeNull();
    expect(meanDifference([3], [1, 2])).toEqual({ difference: 1.5, limits: null, df: null });
    expect(meanDifference([0.1, 0.1, 0.1], [0.3, 0.3])).toMatchObject({ limits: null, df: null });
    expect(meanDifference([1 / 3, 1 / 3, 1 / 3], [1, 2])?.limits).not.toBeNull();
  });
});
