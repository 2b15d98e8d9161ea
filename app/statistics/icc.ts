import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import type { Limits } from "./limits.ts";
import { isRounding } from "./rounding.ts";

/** The mean squares of a complete two-way table: between subjects, between raters, residual, within subjects. */
export interface MeanSquares {
  readonly subjects: number;
  readonly raters: number;
  readonly residual: number;
  readonly within: number;
}

/**
 * Intraclass correlations of a complete table. Each is null where it is undefined (no variation at all, or a total variance
 * estimated as not above 0), may be negative and is not clipped.
 */
export interface IntraclassCorrelations {
  readonly icc11: number | null;
  readonly icc21: number | null;
  readonly icc31: number | null;
  readonly icc1k: number | null;
  readonly icc2k: number | null;
  readonly icc3k: number | null;
  /** Between-subjects mean square over the residual one; null where the residual is 0. */
  readonly F: number | null;
  readonly icc21Limits: Limits | null;
  readonly icc2kLimits: Limits | null;
}

const UNDEFINED: IntraclassCorrelations = {
  icc11: null,
  icc21: null,
  icc31: null,
  icc1k: null,
  icc2k: null,
  icc3k: null,
  F: null,
  icc21Limits: null,
  icc2kLimits: null,
};

/**
 * A numerator over an estimate of variance; null where that estimate is not above 0 by more than the rounding of the terms it
 * is the sum of: a mean of raters can have a total "variance" of 0 or less, and the quotient is then any number.
 */
function ratio(numerator: number, ...terms: readonly number[]): number | null {
  const denominator = terms.reduce((sum, term) => sum + term, 0);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return denominator <= 1e-12 * size ? null : numerator / denominator;
}

/**
 * The two-way analysis of variance of a complete table without replication.
 *
 * @param ratings subjects × raters
 * @returns mean squares, those that are rounding only set to 0; null for fewer than two subjects or raters
 * @throws RangeError where a row is shorter or longer than the first
 */
export function meanSquares(ratings: readonly (readonly number[])[]): MeanSquares | null {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (ratings.some((row) => row.length !== k)) throw new RangeError("Every subject needs the same raters.");
  if (n < 2 || k < 2) return null;
  const grand = ratings.flat().reduce((sum, value) => sum + value, 0) / (n * k);
  const rowMeans = ratings.map((row) => row.reduce((sum, value) => sum + value, 0) / k);
  const columnMeans = Array.from(
    { length: k },
    (_, j) => ratings.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n,
  );
  const largest = ratings.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const clean = (sum: number) => (isRounding(sum, n * k, largest) ? 0 : sum);
  const between = clean(k * rowMeans.reduce((sum, value) => sum + (value - grand) ** 2, 0));
  const columns = clean(n * columnMeans.reduce((sum, value) => sum + (value - grand) ** 2, 0));
  let residual = 0;
  ratings.forEach((row, i) => {
    row.forEach((value, j) => {
      residual += (value - (rowMeans[i] ?? 0) - (columnMeans[j] ?? 0) + grand) ** 2;
    });
  });
  residual = clean(residual);
  return {
    subjects: between / (n - 1),
    raters: columns / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
    within: (columns + residual) / (n * (k - 1)),
  };
}

/**
 * The six intraclass correlations of Shrout & Fleiss (1979, Psychological Bulletin 86:420–428) with F-based limits for
 * ICC(2,1), and for ICC(2,k) by stepping those up (McGraw & Wong 1996, Psychological Methods 1:30–46, table 7).
 *
 * @param ratings subjects × raters, complete
 * @param alpha 1 − confidence of the two-sided limits
 * @throws RangeError where rows differ in length
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  alpha = 0.05,
): IntraclassCorrelations {
  const squares = meanSquares(ratings);
  if (squares === null) return UNDEFINED;
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  const { subjects, raters, residual, within } = squares;
  const icc21 = ratio(
    subjects - residual,
    subjects,
    (k - 1) * residual,
    (k * raters) / n,
    (-k * residual) / n,
  );
  const icc21Limits = icc21 === null ? null : limitsOfSingle(squares, icc21, n, k, alpha);
  return {
    icc11: ratio(subjects - within, subjects, (k - 1) * within),
    icc21,
    icc31: ratio(subjects - residual, subjects, (k - 1) * residual),
    icc1k: ratio(subjects - within, subjects),
    icc2k: ratio(subjects - residual, subjects, raters / n, -residual / n),
    icc3k: ratio(subjects - residual, subjects),
    F: ratio(subjects, residual),
    icc21Limits,
    icc2kLimits: icc21Limits && stepUp(icc21Limits, k),
  };
}

/** Limits of ICC(2,1) with Satterthwaite's degrees of freedom; null without a residual, where F does not exist. */
function limitsOfSingle(
  squares: MeanSquares,
  icc: number,
  n: number,
  k: number,
  alpha: number,
): Limits | null {
  const { subjects, raters, residual } = squares;
  if (residual === 0 || icc === 1) return null;
  const a = ((k * icc) / (n * (1 - icc))) * raters;
  const b = (1 + (k * icc * (n - 1)) / (n * (1 - icc))) * residual;
  const df = (a + b) ** 2 / (a ** 2 / (k - 1) + b ** 2 / ((n - 1) * (k - 1)));
  const noise = k * raters + (k * n - k - n) * residual;
  const below = fQuantile(1 - alpha / 2, n - 1, df);
  const above = fQuantile(1 - alpha / 2, df, n - 1);
  const lower = (n * (subjects - below * residual)) / (below * noise + n * subjects);
  const upper = (n * (above * subjects - residual)) / (noise + n * above * subjects);
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null;
}

/** Spearman–Brown: limits for the mean of k raters from those for one; null from the formula's pole at −1/(k − 1) down. */
function stepUp([lower, upper]: Limits, k: number): Limits | null {
  const low = ratio(k * lower, 1, (k - 1) * lower);
  const high = ratio(k * upper, 1, (k - 1) * upper);
  return low === null || high === null ? null : [low, high];
}
