import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quadraticWeightedKappa, weightedKappa } from "#app/statistics/weighted-kappa.ts";
import cohen from "#tests/cases/reference/P07_weighted_kappa_cohen1968.json";
import tables from "#tests/cases/reference/P08_qwk_ms_sexualfun.json";

const ratings = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
  minLength: 1,
});

describe("weightedKappa", () => {
  it("gives Cohen's example, unweighted and with his weights", () => {
    const { proportions, disagreementWeights } = cohen.input;
    expect(weightedKappa(proportions, (i, j) => (i === j ? 0 : 1))).toBeCloseTo(cohen.expected.kappa, 10);
    const weighted = weightedKappa(proportions, (i, j) => disagreementWeights[i]?.[j] ?? 0);
    expect(weighted).toBeCloseTo(cohen.expected.weightedKappa, 10);
  });

  it.each(["MS_Winnipeg", "MS_NewOrleans", "SexualFun"] as const)("gives three weightings of %s", (name) => {
    const table = tables.input[name];
    const expected = tables.expected[name];
    expect(weightedKappa(table, (i, j) => (i === j ? 0 : 1))).toBeCloseTo(expected.kappa, 10);
    expect(weightedKappa(table, (i, j) => Math.abs(i - j))).toBeCloseTo(expected.linear, 10);
    expect(weightedKappa(table, (i, j) => (i - j) ** 2)).toBeCloseTo(expected.quadratic, 10);
  });
});

describe("quadraticWeightedKappa", () => {
  it("is undefined where both always use one level, or nothing is rated by both", () => {
    expect(quadraticWeightedKappa([2, 2], [2, 2], 4)).toBeNull();
    expect(quadraticWeightedKappa([2, null], [null, 2], 4)).toBeNull();
    expect(quadraticWeightedKappa([], [], 4)).toBeNull();
  });

  it("drops pairs of which one is missing", () => {
    expect(quadraticWeightedKappa([1, 2, 4, null], [1, 3, 4, 2], 4)).toBe(
      quadraticWeightedKappa([1, 2, 4], [1, 3, 4], 4),
    );
  });

  it("is symmetric, unchanged when the scale is turned round, at most 1, and 1 for a rater with itself", () => {
    fc.assert(
      fc.property(ratings, (pairs) => {
        const a = pairs.map(([first]) => first);
        const b = pairs.map(([, second]) => second);
        const kappa = quadraticWeightedKappa(a, b, 4);
        const others = [
          quadraticWeightedKappa(b, a, 4),
          quadraticWeightedKappa(
            a.map((x) => 5 - x),
            b.map((x) => 5 - x),
            4,
          ),
        ];
        for (const other of others) {
          if (kappa === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(kappa, 10);
        }
        expect(kappa ?? 0).toBeLessThanOrEqual(1);
        expect(quadraticWeightedKappa(a, a, 4)).toBe(new Set(a).size === 1 ? null : 1);
      }),
    );
  });

  it("refuses levels off the scale and lists of unequal length", () => {
    expect(() => quadraticWeightedKappa([5], [1], 4)).toThrow(RangeError);
    expect(() => quadraticWeightedKappa([1.5], [1], 4)).toThrow(RangeError);
    expect(() => quadraticWeightedKappa([1], [], 4)).toThrow(RangeError);
  });
});
