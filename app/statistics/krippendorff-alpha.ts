/** How far apart two values are: not at all or wholly, by rank, by difference, by relative difference. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** Ratings as Krippendorff's α sees them: only units with two ratings or more, each value by its place among the distinct ones. */
export interface CodedUnits {
  /** The distinct values, ascending. */
  readonly values: Float64Array;
  /** Codes (places in `values`) of all units, one unit after the other. */
  readonly codes: Int32Array;
  /** Where in `codes` each unit begins; one more entry than units. */
  readonly starts: Int32Array;
}

/** α with the amount of material it stands on. */
export interface Alpha {
  /** At most 1, may be negative; null where no value varies or nothing is rated twice. */
  readonly alpha: number | null;
  /** Units with at least two ratings. */
  readonly units: number;
  /** Ratings in those units. */
  readonly pairable: number;
}

/**
 * Krippendorff's α for any number of raters, with missing ratings (Krippendorff 2011, Computing Krippendorff's
 * Alpha-Reliability; 2019, Content Analysis, 4th ed., ch. 12).
 *
 * @param ratings raters × units, null = not rated
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
): Alpha {
  const coded = codeUnits(ratings);
  const units = coded.starts.length - 1;
  const everyUnitOnce = new Float64Array(units).fill(1);
  return { alpha: alphaOfUnits(coded, metric, everyUnitOnce), units, pairable: coded.codes.length };
}

/** Turns raters × units into coded units; units with fewer than two ratings drop out. */
export function codeUnits(ratings: readonly (readonly (number | null)[])[]): CodedUnits {
  const width = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const units = Array.from({ length: width }, (_, unit) =>
    ratings.map((row) => row[unit] ?? null).filter((value): value is number => value !== null),
  ).filter((unit) => unit.length >= 2);
  const values = Float64Array.from(new Set(units.flat())).sort();
  const place = new Map(Array.from(values, (value, code) => [value, code]));
  const starts = new Int32Array(units.length + 1);
  units.forEach((unit, index) => {
    starts[index + 1] = (starts[index] ?? 0) + unit.length;
  });
  return { values, codes: Int32Array.from(units.flat(), (value) => place.get(value) ?? 0), starts };
}

/**
 * α of units of which each counts a whole number of times (0 drops it): the form the bootstrap needs.
 *
 * @param times how often each unit counts
 * @returns null where fewer than two distinct values remain
 */
export function alphaOfUnits(coded: CodedUnits, metric: AlphaMetric, times: Float64Array): number | null {
  const counts = countValues(coded, times);
  let total = 0;
  let distinct = 0;
  for (const count of counts) {
    total += count;
    if (count > 0) distinct += 1;
  }
  if (distinct < 2) return null;
  const { observed, expected } =
    metric === "ordinal" || metric === "interval"
      ? squaredDistances(coded, times, metric === "ordinal" ? doubledMidRanks(counts) : coded.values, counts)
      : pairwiseDistances(coded, times, metric, counts);
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

/** How many ratings have each value. */
function countValues({ values, codes, starts }: CodedUnits, times: Float64Array): Float64Array {
  const counts = new Float64Array(values.length);
  for (let unit = 0; unit < times.length; unit += 1) {
    const weight = times[unit] ?? 0;
    if (weight === 0) continue;
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + weight;
    }
  }
  return counts;
}

/**
 * Twice the mid-rank of each value among all ratings. The ordinal metric, Σ n_g over the values from c to k less half of both
 * ends, is the difference of the mid-ranks of c and k; doubled they are whole numbers, and the sums exact. (A constant
 * factor does not change α.)
 */
function doubledMidRanks(counts: Float64Array): Float64Array {
  const positions = new Float64Array(counts.length);
  let below = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    positions[code] = 2 * below + count;
    below += count;
  }
  return positions;
}

/** Observed and expected disagreement where it is the squared difference of positions: sums about means instead of pairs. */
function squaredDistances(
  { codes, starts }: CodedUnits,
  times: Float64Array,
  positions: Float64Array,
  counts: Float64Array,
) {
  let observed = 0;
  for (let unit = 0; unit < times.length; unit += 1) {
    const weight = times[unit] ?? 0;
    if (weight === 0) continue;
    const start = starts[unit] ?? 0;
    const end = starts[unit + 1] ?? 0;
    const ratings = end - start;
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += positions[codes[at] ?? 0] ?? 0;
    const centre = sum / ratings;
    let squares = 0;
    for (let at = start; at < end; at += 1) squares += ((positions[codes[at] ?? 0] ?? 0) - centre) ** 2;
    observed += (weight * 2 * ratings * squares) / (ratings - 1);
  }
  let total = 0;
  let sum = 0;
  counts.forEach((count, code) => {
    total += count;
    sum += count * (positions[code] ?? 0);
  });
  const centre = sum / total;
  const squares = counts.reduce(
    (acc, count, code) => acc + count * ((positions[code] ?? 0) - centre) ** 2,
    0,
  );
  return { observed, expected: 2 * total * squares };
}

/** Observed and expected disagreement pair by pair, for the two metrics that are no differences of positions. */
function pairwiseDistances(
  { values, codes, starts }: CodedUnits,
  times: Float64Array,
  metric: "nominal" | "ratio",
  counts: Float64Array,
) {
  const distance = (c: number, k: number) => {
    if (c === k) return 0;
    const [first, second] = [values[c] ?? 0, values[k] ?? 0];
    return metric === "nominal" ? 1 : ((first - second) / (first + second)) ** 2;
  };
  let observed = 0;
  times.forEach((weight, unit) => {
    const own = codes.subarray(starts[unit] ?? 0, starts[unit + 1] ?? 0);
    let sum = 0;
    for (const c of own) for (const k of own) sum += distance(c, k);
    observed += (weight * sum) / (own.length - 1);
  });
  let expected = 0;
  counts.forEach((first, c) => {
    counts.forEach((second, k) => {
      expected += first * second * distance(c, k);
    });
  });
  return { observed, expected };
}
