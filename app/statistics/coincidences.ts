import type { CodedUnits } from "./coded-units.ts";
import type { AlphaMetric } from "./krippendorff-alpha.ts";

/**
 * Krippendorff's coincidences of values c ≤ k: row c from its diagonal on, row after row. Each unit gives n_c n_k / (m − 1), and
 * n_c (n_c − 1) / (m − 1) on the diagonal.
 */
export type CoincidenceTable = Float64Array;

/** Cells of a table of so many values. */
export const tableWidth = (values: number) => (values * (values + 1)) / 2;

/** Adds a unit to a table that begins at `offset`. */
export function addUnit(
  table: Float64Array,
  offset: number,
  coded: CodedUnits,
  unit: number,
  weight: number,
): void {
  const size = coded.values.length;
  const own = coded.codes.subarray(coded.starts[unit] ?? 0, coded.starts[unit + 1] ?? 0);
  const part = weight / (own.length - 1);
  own.forEach((c, first) => {
    own.subarray(first + 1).forEach((k) => {
      const [low, high] = c < k ? [c, k] : [k, c];
      const at = offset + low * size - (low * (low - 1)) / 2 + (high - low);
      // A pair of equal values meets itself twice on the diagonal, one of different values once on either side of it.
      table[at] = (table[at] ?? 0) + (low === high ? 2 * part : part);
    });
  });
}

/**
 * α from a table of coincidences: 1 − (N − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck (Krippendorff 2011).
 *
 * @returns null where fewer than two values occur
 */
export function alphaOfTable(
  table: CoincidenceTable,
  values: Float64Array,
  metric: AlphaMetric,
): number | null {
  const size = values.length;
  const counts = new Float64Array(size);
  for (let c = 0, at = 0; c < size; c += 1) {
    for (let k = c; k < size; k += 1, at += 1) {
      const cell = table[at] ?? 0;
      counts[c] = (counts[c] ?? 0) + cell;
      if (k > c) counts[k] = (counts[k] ?? 0) + cell;
    }
  }
  const positions = metric === "ordinal" ? doubledMidRanks(counts) : values;
  let observed = 0;
  let expected = 0;
  let total = 0;
  for (let c = 0, at = 0; c < size; c += 1) {
    total += counts[c] ?? 0;
    for (let k = c; k < size; k += 1, at += 1) {
      const distance = squaredDistance(positions[c] ?? 0, positions[k] ?? 0, metric);
      observed += (table[at] ?? 0) * distance;
      expected += (counts[c] ?? 0) * (counts[k] ?? 0) * distance;
    }
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

function squaredDistance(first: number, second: number, metric: AlphaMetric): number {
  if (first === second) return 0;
  if (metric === "nominal") return 1;
  const difference = metric === "ratio" ? (first - second) / (first + second) : first - second;
  return difference * difference;
}

/**
 * Twice the mid-rank of each value among all ratings. The ordinal metric, Σ n_g over the values from c to k less half of both
 * ends, is the difference of the mid-ranks of c and k; doubled they are whole numbers. (A constant factor does not change α.)
 */
export function doubledMidRanks(counts: Float64Array): Float64Array {
  const positions = new Float64Array(counts.length);
  let below = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    positions[code] = 2 * below + count;
    below += count;
  }
  return positions;
}
