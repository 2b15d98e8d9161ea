import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import type { Limits } from "./limits.ts";
import { isRounding } from "./rounding.ts";

/** A difference of two means, first less second. */
export interface MeanDifference {
  readonly difference: number;
  /** Null where a sample has fewer than two values, or neither varies: then nothing is known of chance. */
  readonly limits: Limits | null;
  /** Satterthwaite's degrees of freedom; null with the limits. */
  readonly df: number | null;
}

/**
 * Difference of two means with limits that do not take the variances for equal (Welch 1947, Biometrika 34:28–35; degrees of
 * freedom after Satterthwaite 1946, Biometrics Bulletin 2:110–114).
 *
 * @param alpha 1 − confidence of the two-sided limits
 * @returns null where either sample is empty
 */
export function meanDifference(
  first: readonly number[],
  second: readonly number[],
  alpha = 0.05,
): MeanDifference | null {
  if (first.length === 0 || second.length === 0) return null;
  const [a, b] = [spreadOf(first), spreadOf(second)];
  const difference = a.mean - b.mean;
  const squares = a.error + b.error;
  if (first.length < 2 || second.length < 2 || squares === 0) return { difference, limits: null, df: null };
  const df = squares ** 2 / (a.error ** 2 / (first.length - 1) + b.error ** 2 / (second.length - 1));
  // The square of Student's t is F with 1 and as many degrees of freedom.
  const reach = Math.sqrt(fQuantile(1 - alpha, 1, df) * squares);
  return { difference, limits: [difference - reach, difference + reach], df };
}

/** The mean and its squared standard error, 0 where there is nothing but rounding. */
function spreadOf(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { mean, error: n < 2 || isRounding(squares, n, largest) ? 0 : squares / (n - 1) / n };
}
