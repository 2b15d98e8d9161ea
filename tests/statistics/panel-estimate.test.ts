import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import {
  addEntries,
  estimateAll,
  preparePanel,
  raterValues,
  ratingDesign,
  valuesByRater,
} from "#app/statistics/panel-estimate.ts";
import { eigen, invertInPlace } from "#app/statistics/symmetric-matrix.ts";
import { gappyRatings } from "./random-ratings.ts";

/** Solves a dense system by elimination with pivoting: slow and plain, to check the quick way against. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let p = 0; p < rows.length; p += 1) {
    const best = rows.reduce(
      (most, _, i) => (i >= p && Math.abs(cell(i, p)) > Math.abs(cell(most, p)) ? i : most),
      p,
    );
    [rows[p], rows[best]] = [rows[best] ?? [], rows[p] ?? []];
    for (let i = 0; i < rows.length; i += 1) {
      if (i === p) continue;
      const factor = cell(i, p) / cell(p, p);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * cell(p, j));
    }
  }
  return rows.map((_, i) => cell(i, rows.length) / cell(i, i));
};

/** Henderson's equations with every copy of a rater as a rater of its own; null for a subject without ratings. */
const byHenderson = (
  table: readonly (readonly (number | null)[])[],
  times: readonly number[],
  ratio: number,
) => {
  const copies = times.flatMap((count, j) => new Array<number>(count).fill(j));
  const seen = table.map((row) => copies.some((j) => (row[j] ?? null) !== null));
  const n = table.length;
  const size = n + copies.length;
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_row, j) => (i !== j ? 0 : i >= n ? 1 / ratio : seen[i] ? 0 : 1)),
  );
  const right = new Array<number>(size).fill(0);
  const add = (i: number, j: number) => {
    const row = matrix[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + 1;
  };
  table.forEach((row, i) => {
    copies.forEach((j, copy) => {
      const value = row[j] ?? null;
      if (value === null) return;
      for (const [a, b] of [
        [i, i],
        [i, n + copy],
        [n + copy, i],
        [n + copy, n + copy],
      ] as const)
        add(a, b);
      right[i] = (right[i] ?? 0) + value;
      right[n + copy] = (right[n + copy] ?? 0) + value;
    });
  });
  const solution = solve(matrix, right);
  return seen.map((is, i) => (is ? (solution[i] ?? 0) : null));
};

describe("preparePanel", () => {
  it("solves Henderson's equations for every panel, all at once or entry by entry", () => {
    const times = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(gappyRatings, times, fc.constantFrom(0.01, 0.5, 4), (table, counts, ratio) => {
        const raters = table[0]?.length ?? 0;
        const panel = preparePanel(ratingDesign(table), counts.slice(0, raters), ratio);
        const wanted = byHenderson(table, counts.slice(0, raters), ratio);
        const squares = table.map((row) => row.map((value) => (value === null ? null : value * value)));
        const values = [table, squares].map((one) => valuesByRater(one, raters));
        const n = table.length;
        const twice = Float64Array.from({ length: 2 * raters * n }, (_, at) => {
          const [j, k, i] = [Math.floor(at / (2 * n)), Math.floor(at / n) % 2, at % n];
          return values[k]?.[j * n + i] ?? 0;
        });
        const both = new Float64Array(2 * n);
        estimateAll(panel, raterValues(twice, 2, panel.design), both);
        const single = new Float64Array(n);
        const cells = Array.from(ratingDesign(table).rated.keys()).filter(
          (cell) => (values[0]?.[cell] ?? 0) !== 0,
        );
        addEntries(
          panel,
          Int32Array.from(cells),
          Float64Array.from(cells, (cell) => values[0]?.[cell] ?? 0),
          single,
        );
        wanted.forEach((fair, i) => {
          expect(panel.seen[i]).toBe(fair === null ? 0 : 1);
          if (fair === null) return;
          expect(both[i]).toBeCloseTo(fair, 8);
          expect(single[i]).toBeCloseTo(fair, 8);
        });
      }),
    );
  });

  it("is the model's own fair average for the panel as it was", () => {
    fc.assert(
      fc.property(gappyRatings, (table) => {
        const model = fairAverages(table);
        const raters = table[0]?.length ?? 0;
        const panel = preparePanel(ratingDesign(table), new Array<number>(raters).fill(1), model.ratio);
        const out = new Float64Array(table.length);
        estimateAll(panel, raterValues(valuesByRater(table, raters), 1, panel.design), out);
        model.fair.forEach((fair, i) => {
          if (fair !== null) expect(Math.abs((out[i] ?? 0) - fair)).toBeLessThan(1e-5);
        });
      }),
    );
  });
});

describe("symmetric matrices", () => {
  const matrix = Float64Array.of(4, 1, -2, 1, 3, 0.5, -2, 0.5, 5);

  it("are their eigenvectors times their eigenvalues", () => {
    const { values, vectors } = eigen(matrix, 3);
    for (let i = 0; i < 3; i += 1) {
      for (let j = 0; j < 3; j += 1) {
        const back = values.reduce(
          (sum, d, l) => sum + d * (vectors[i * 3 + l] ?? 0) * (vectors[j * 3 + l] ?? 0),
          0,
        );
        expect(back).toBeCloseTo(matrix[i * 3 + j] ?? 0, 12);
      }
    }
  });

  it("have an inverse if positive definite, and are refused if not", () => {
    const inverse = Float64Array.from(matrix);
    invertInPlace(inverse, 3);
    const product = [0, 1, 2].map((k) => (matrix[k] ?? 0) * (inverse[k * 3] ?? 0)).reduce((a, b) => a + b);
    expect(product).toBeCloseTo(1, 12);
    expect(() => invertInPlace(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
  });
});
