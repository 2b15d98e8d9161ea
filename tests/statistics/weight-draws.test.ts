import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGenerator } from "#app/statistics/generator.ts";
import { drawWeights } from "#app/statistics/weight-draws.ts";

describe("drawWeights", () => {
  it("stays on the simplex and within its bounds; a weight of 0 stays 0", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(weights, fc.integer(), (given, seed) => {
        fc.pre(given.some((weight) => weight > 0));
        const total = given.reduce((sum, weight) => sum + weight, 0);
        const rows = drawWeights(given, 0.25, 20, createGenerator(seed));
        for (let draw = 0; draw < 20; draw += 1) {
          const row = rows.subarray(draw * given.length, (draw + 1) * given.length);
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
          row.forEach((weight, k) => {
            const centre = (given[k] ?? 0) / total;
            expect(weight).toBeGreaterThanOrEqual(0.75 * centre - 1e-11);
            expect(weight).toBeLessThanOrEqual(1.25 * centre + 1e-11);
          });
        }
      }),
    );
  });

  it("is uniform: with three equal weights each is spread as the hexagon's shadow is", () => {
    const draws = 400_000;
    const rows = drawWeights([1, 1, 1], 0.25, draws, createGenerator(11));
    // Over the hexagon |u|, |v|, |u + v| ≤ 1 the share with |u| ≤ 1/2 is (3/2 + 1/4) / 3, for each of the three sides.
    for (const k of [0, 1, 2]) {
      let inner = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        if (Math.abs((rows[draw * 3 + k] ?? 0) - 1 / 3) <= 0.25 / 6) inner += 1;
      }
      expect(inner / draws).toBeCloseTo(1.75 / 3, 2);
    }
  });

  it("repeats itself from the seed", () => {
    const draw = (seed: number) => drawWeights([3, 2, 5], 0.25, 50, createGenerator(seed));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it("refuses weights and spreads that make no simplex", () => {
    expect(() => drawWeights([0, 0], 0.25, 1, createGenerator(1))).toThrow(RangeError);
    expect(() => drawWeights([1, -1, 3], 0.25, 1, createGenerator(1))).toThrow(RangeError);
    expect(() => drawWeights([1, 1], 2, 1, createGenerator(1))).toThrow(RangeError);
  });
});

describe("createGenerator", () => {
  it("is uniform on [0, 1) and refuses a seed it could not repeat", () => {
    const generator = createGenerator(42);
    const values = Array.from({ length: 20_000 }, () => generator.next());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 2);
    expect(() => createGenerator(0.5)).toThrow(RangeError);
    expect(() => createGenerator(2 ** 40)).toThrow(RangeError);
  });

  it("pins its first numbers: a report printed last year must still repeat", () => {
    const generator = createGenerator(2024);
    expect([generator.next(), generator.nextBelow(1000)]).toMatchInlineSnapshot(`
      [
        0.46495017820419227,
        829,
      ]
    `);
  });
});
