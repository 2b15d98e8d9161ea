import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import penicillin from "#tests/cases/reference/P10_lmm_penicillin.json";
import { completeRatings, gappyRatings, shuffled } from "./random-ratings.ts";

const meanOf = (row: readonly (number | null)[]) => {
  const rated = row.filter((value) => value !== null);
  return rated.length === 0 ? null : rated.reduce((sum, value) => sum + value, 0) / rated.length;
};

describe("fairAverages", () => {
  it("finds the samples of the penicillin assay: balanced, so plates may as well be fixed", () => {
    const plates = [...new Set(penicillin.input.records.map(([plate]) => plate))];
    const samples = ["A", "B", "C", "D", "E", "F"] as const;
    const table = plates.map((plate) =>
      samples.map((sample) => {
        const found = penicillin.input.records.find(([p, s]) => p === plate && s === sample)?.[2];
        return typeof found === "number" ? found : null;
      }),
    );
    const found = fairAverages(table);
    expect(found.kind).toBe("estimated");
    expect(Math.sqrt(found.varianceRaters ?? 0)).toBeCloseTo(penicillin.expected.sdSample, 3);
    expect(Math.sqrt(found.varianceResidual ?? 0)).toBeCloseTo(penicillin.expected.sdResid, 4);
    samples.forEach((sample, j) => {
      expect(-(found.severities[j] ?? 0)).toBeCloseTo(penicillin.expected.sampleBLUP[sample], 3);
    });
  });

  it("is the observed mean in a complete design", () => {
    fc.assert(
      fc.property(completeRatings, (table) => {
        fairAverages(table).fair.forEach((fair, i) => {
          expect(fair).toBeCloseTo(meanOf(table[i] ?? []) ?? 0, 10);
        });
      }),
    );
  });

  it("in a complete design gives the variances of the analysis of variance", () => {
    const table = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const found = fairAverages(table);
    expect(found.varianceResidual).toBeCloseTo(1.019444444444444, 10);
    expect(found.varianceRaters).toBeCloseTo((32.486111111111114 - 1.019444444444444) / 6, 9);
  });

  it("says it found no severity where the raters' variance is 0, and then observed means are fair", () => {
    const table = [
      [1, 2, null],
      [2, 1, 2],
      [3, 3, 3],
      [null, 2, 1],
    ];
    const found = fairAverages(table);
    expect(found.kind).toBe("singular");
    expect(found.varianceRaters).toBe(0);
    expect(found.severities).toEqual([0, 0, 0]);
    expect(found.fair).toEqual(table.map(meanOf));
    expect(found.standardErrors.every((error) => error !== null && error > 0)).toBe(true);
  });

  it("corrects wholly where raters differ by constants only", () => {
    const found = fairAverages([
      [1, 2, null],
      [2, 3, null],
      [null, 4, 6],
      [null, 2, 4],
      [3, null, 6],
    ]);
    expect(found.kind).toBe("additive");
    expect(found.severities.map((severity) => Math.round((severity ?? 0) * 1e9) / 1e9)).toEqual([
      1.333333333, 0.333333333, -1.666666667,
    ]);
    expect((found.fair[2] ?? 0) - (found.fair[0] ?? 0)).toBeCloseTo(2, 10);
    expect(found.standardErrors).toEqual(new Array(5).fill(null));
    expect(found.varianceRaters).toBeNull();
  });

  it("does not tell severity from chance where hardly anything is rated twice", () => {
    const found = fairAverages([
      [1, 2],
      [3, null],
      [null, 4],
      [null, null],
    ]);
    expect(found.kind).toBe("notSeparable");
    expect(found.fair).toEqual([1.5, 3, 4, null]);
    expect(found.standardErrors).toEqual([null, null, null, null]);
  });

  it("says constant for constant data, and survives no data", () => {
    expect(
      fairAverages([
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ]),
    ).toMatchObject({ kind: "constant", varianceResidual: null });
    expect(fairAverages([])).toMatchObject({ kind: "notSeparable", fair: [], severities: [] });
    expect(fairAverages([[null]])).toMatchObject({ fair: [null], severities: [null] });
  });

  it("follows shift and scale, does not depend on order, and never gives NaN", () => {
    fc.assert(
      fc.property(gappyRatings, fc.nat(), (table, key) => {
        const plain = fairAverages(table);
        const order = shuffled(
          table.map((_, i) => i),
          key,
        );
        const moved = order.map((i) =>
          (table[i] ?? []).toReversed().map((value) => (value === null ? null : 3 + 2 * value)),
        );
        const other = fairAverages(moved);
        expect(other.kind).toBe(plain.kind);
        order.forEach((i, place) => {
          const fair = plain.fair[i] ?? null;
          if (fair === null) expect(other.fair[place]).toBeNull();
          else expect(Math.abs((other.fair[place] ?? 0) - (3 + 2 * fair))).toBeLessThan(1e-6);
          const error = plain.standardErrors[i] ?? null;
          if (error !== null)
            expect(Math.abs((other.standardErrors[place] ?? 0) - 2 * error)).toBeLessThan(1e-6);
        });
        const numbers = [plain.fair, plain.standardErrors, plain.severities].flat();
        expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true);
      }),
    );
  });
});
