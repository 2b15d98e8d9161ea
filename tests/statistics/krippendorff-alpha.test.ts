import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alphaLimits, resampleUnits } from "#app/statistics/alpha-limits.ts";
import { codeUnits } from "#app/statistics/coded-units.ts";
import { addUnit, alphaOfTable, tableWidth } from "#app/statistics/coincidences.ts";
import { createGenerator } from "#app/statistics/generator.ts";
import { type AlphaMetric, alphaOfUnits, krippendorffAlpha } from "#app/statistics/krippendorff-alpha.ts";
import { gappyRatings, shuffled } from "./random-ratings.ts";

const METRICS: readonly AlphaMetric[] = ["nominal", "ordinal", "interval", "ratio"];

/** α from its definition: all pairs within units against all pairs of ratings. */
const byDefinition = (ratings: readonly (readonly (number | null)[])[], metric: AlphaMetric) => {
  const width = Math.max(...ratings.map((row) => row.length));
  const units = Array.from({ length: width }, (_, u) => ratings.map((row) => row[u] ?? null))
    .map((unit) => unit.filter((value) => value !== null))
    .filter((unit) => unit.length >= 2);
  const all = units.flat();
  const count = (value: number) => all.filter((other) => other === value).length;
  const distance = (c: number, k: number) => {
    if (c === k) return 0;
    if (metric === "nominal") return 1;
    if (metric === "interval") return (c - k) ** 2;
    if (metric === "ratio") return ((c - k) / (c + k)) ** 2;
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    const between = all.filter((value) => value >= low && value <= high).length;
    return (between - (count(c) + count(k)) / 2) ** 2;
  };
  const pairs = (values: readonly number[]) =>
    values.reduce((sum, c) => sum + values.reduce((inner, k) => inner + distance(c, k), 0), 0);
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0);
  const expected = pairs(all);
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected;
};

describe("krippendorffAlpha", () => {
  it.each(METRICS)("is what the definition says, %s, with ratings missing", (metric) => {
    fc.assert(
      fc.property(gappyRatings, (ratings) => {
        const [found, wanted] = [krippendorffAlpha(ratings, metric).alpha, byDefinition(ratings, metric)];
        if (found === null || wanted === null) expect(found).toBe(wanted);
        else expect(found).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it.each(METRICS)("is 1 for perfect agreement over several values, %s", (metric) => {
    const values = [1, 2, 5, 3, 3, 0.1, null];
    expect(krippendorffAlpha([values, values, values], metric).alpha).toBe(1);
  });

  it.each(METRICS)("is undefined on constant data and where nothing is rated twice, %s", (metric) => {
    expect(krippendorffAlpha([new Array(4).fill(3), new Array(4).fill(3)], metric).alpha).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null, 2],
          [null, 4, null],
        ],
        metric,
      ),
    ).toEqual({ alpha: null, units: 0, pairable: 0 });
    expect(krippendorffAlpha([], metric).alpha).toBeNull();
  });

  it("counts only units rated twice or more", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3, null],
          [1, 3, null, null],
        ],
        "ordinal",
      ),
    ).toMatchObject({ units: 2, pairable: 4 });
  });

  it("does not depend on the order of raters and units; ordinal α only on the order of values", () => {
    fc.assert(
      fc.property(gappyRatings, fc.nat(), (ratings, key) => {
        const other = shuffled(ratings, key).map((row) =>
          row.map((value) => (value === null ? null : value ** 3)),
        );
        const [found, wanted] = [
          krippendorffAlpha(other, "ordinal").alpha,
          krippendorffAlpha(ratings, "ordinal").alpha,
        ];
        if (found === null || wanted === null) expect(found).toBe(wanted);
        else expect(found).toBeCloseTo(wanted, 10);
      }),
    );
  });
});

describe("alphaLimits", () => {
  const ratings = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];

  it.each(METRICS)("encloses α and repeats itself to the last digit, %s", (metric) => {
    const { alpha } = krippendorffAlpha(ratings, metric);
    const found = alphaLimits(ratings, metric, resampleUnits(12, createGenerator(1)));
    expect(found).toEqual(alphaLimits(ratings, metric, resampleUnits(12, createGenerator(1))));
    expect(found).not.toEqual(alphaLimits(ratings, metric, resampleUnits(12, createGenerator(2))));
    expect(found?.limits[0]).toBeLessThan(alpha ?? -1);
    expect(found?.limits[1]).toBeGreaterThan(alpha ?? 2);
  });

  it("encloses α wherever there are limits, and stays at or below 1", () => {
    fc.assert(
      fc.property(
        gappyRatings,
        fc.constantFrom(...METRICS),
        fc.nat(),
        fc.boolean(),
        (rough, metric, seed, fine) => {
          // Sheet scores are means: nearly every one is a value of its own.
          const table = fine
            ? rough.map((row, r) => row.map((value, u) => (value === null ? null : value + u / 9 + r / 100)))
            : rough;
          const width = Math.max(...table.map((row) => row.length));
          const found = alphaLimits(table, metric, resampleUnits(width, createGenerator(seed), 80));
          const { alpha } = krippendorffAlpha(table, metric);
          if (found === null || alpha === null) return;
          // The bootstrap adds up coincidences, the estimate squares: they differ in the last digits.
          expect(found.limits[0]).toBeLessThanOrEqual(alpha + 1e-12);
          expect(found.limits[1]).toBeGreaterThanOrEqual(alpha - 1e-12);
          expect(found.limits[1]).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("encloses the α of a table whose percentiles leave it out", () => {
    const agreed = [
      [2.1, 1.6, 1.7, 2.8, 1.1, 3.05, 1.9, 0.4],
      [2.0, 1.6, 1.8, 2.8, 0.9, 3.0, 1.9, 0.4],
      [2.05, 1.55, 1.7, 2.9, 1.0, 3.1, 1.95, 0.3],
    ];
    const { alpha } = krippendorffAlpha(agreed, "ordinal");
    const limits = alphaLimits(agreed, "ordinal", resampleUnits(8, createGenerator(1)))?.limits ?? [2, -2];
    expect(alpha).toBeGreaterThan(0.95);
    expect(limits[0]).toBeLessThan(alpha ?? -1);
    expect(limits[1]).toBeGreaterThanOrEqual(alpha ?? 2);
  });

  it("sums coincidences to the α that the ratings themselves give, drawn as often", () => {
    fc.assert(
      fc.property(gappyRatings, fc.constantFrom(...METRICS), fc.nat(), (table, metric, key) => {
        const coded = codeUnits(table);
        const times = Float64Array.from(coded.units, (unit) => (unit + key) % 3);
        const coincidences = new Float64Array(tableWidth(coded.values.length));
        times.forEach((weight, unit) => {
          addUnit(coincidences, 0, coded, unit, weight);
        });
        const drawn = Array.from(coded.units).flatMap((unit, place) =>
          new Array<number>(times[place] ?? 0).fill(unit),
        );
        const wanted = byDefinition(
          table.map((row) => drawn.map((unit) => row[unit] ?? null)),
          metric,
        );
        for (const found of [
          alphaOfTable(coincidences, coded.values, metric),
          alphaOfUnits(coded, metric, times),
        ]) {
          if (found === null || wanted === null) expect(found).toBe(wanted);
          else expect(found).toBeCloseTo(wanted, 9);
        }
      }),
    );
  });

  it("has none for a single unit or where most resamples have no variation", () => {
    expect(alphaLimits([[1], [2]], "ordinal", resampleUnits(1, createGenerator(1)))).toBeNull();
    const rare = [new Array(40).fill(1), new Array(40).fill(1)];
    expect(alphaLimits(rare, "ordinal", resampleUnits(40, createGenerator(1)))).toBeNull();
  });

  it("serves many values as it serves few", () => {
    const fine = ratings.map((row) => row.map((value, unit) => (value === null ? null : value + unit / 100)));
    const found = alphaLimits(fine, "interval", resampleUnits(12, createGenerator(3)));
    const { alpha } = krippendorffAlpha(fine, "interval");
    expect(found?.limits[0]).toBeLessThan(alpha ?? -1);
    expect(found?.limits[1]).toBeGreaterThan(alpha ?? 2);
  });
});
