import { type CodedUnits, codeUnits } from "./coded-units.ts";
import { addUnit, alphaOfTable, doubledMidRanks, tableWidth } from "./coincidences.ts";

/** How far apart two values are: not at all or wholly, by rank, by difference, by relative difference. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

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
  const units = coded.units.length;
  return {
    alpha: alphaOfUnits(coded, metric, new Float64Array(units).fill(1)),
    units,
    pairable: coded.codes.length,
  };
}

/**
 * α of units of which each counts a whole number of times (0 drops it): the form a bootstrap needs.
 *
 * Ordinal and interval α follow from sums of squares about means, in time linear in the ratings however many values there are; the
 * other two need the table of coincidences.
 *
 * @param times how often each coded unit counts
 * @returns null where fewer than two distinct values remain
 */
export function alphaOfUnits(coded: CodedUnits, metric: AlphaMetric, times: Float64Array): number | null {
  if (metric === "ordinal" || metric === "interval") return alphaBySquares(coded, metric, times);
  const table = new Float64Array(tableWidth(coded.values.length));
  times.forEach((weight, unit) => {
    if (weight > 0) addUnit(table, 0, coded, unit, weight);
  });
  return alphaOfTable(table, coded.values, metric);
}

function alphaBySquares(
  coded: CodedUnits,
  metric: "ordinal" | "interval",
  times: Float64Array,
): number | null {
  const counts = countValues(coded, times);
  const positions = metric === "ordinal" ? doubledMidRanks(counts) : coded.values;
  let total = 0;
  let sum = 0;
  let distinct = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    if (count > 0) distinct += 1;
    total += count;
    sum += count * (positions[code] ?? 0);
  }
  if (distinct < 2) return null;
  let expected = 0;
  for (let code = 0; code < counts.length; code += 1) {
    expected += (counts[code] ?? 0) * ((positions[code] ?? 0) - sum / total) ** 2;
  }
  return 1 - ((total - 1) * squaresWithin(coded, times, positions)) / (total * expected);
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

/** Squares about the units' means, each unit's by m / (m − 1): half the sum of its pairs' squared differences by 1 / (m − 1). */
function squaresWithin({ codes, starts }: CodedUnits, times: Float64Array, positions: Float64Array): number {
  let within = 0;
  for (let unit = 0; unit < times.length; unit += 1) {
    const weight = times[unit] ?? 0;
    if (weight === 0) continue;
    const start = starts[unit] ?? 0;
    const end = starts[unit + 1] ?? 0;
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += positions[codes[at] ?? 0] ?? 0;
    const centre = sum / (end - start);
    let squares = 0;
    for (let at = start; at < end; at += 1) squares += ((positions[codes[at] ?? 0] ?? 0) - centre) ** 2;
    within += (weight * (end - start) * squares) / (end - start - 1);
  }
  return within;
}
