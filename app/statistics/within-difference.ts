import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import type { Limits } from "./limits.ts";
import { isRounding } from "./rounding.ts";

/** Two samples that were measured alike, for instance by one panel. */
export interface Stratum {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** A difference of means within strata, first less second. */
export interface WithinDifference {
  readonly difference: number;
  /** Null with `df`: then nothing is known of chance. */
  readonly standardError: number | null;
  /** Satterthwaite's degrees of freedom. */
  readonly df: number | null;
}

/**
 * Difference of two groups' means with what is common to a stratum taken out: the mean of the strata's differences, each
 * with the weight n₁n₂/(n₁ + n₂). That is the coefficient of the group in a least squares fit with a constant a stratum (the
 * analysis of covariance's "within" estimate; Searle 1971, Linear Models, ch. 8), so that a strict panel with many women
 * does not pass for a gap.
 *
 * Each group's variance is estimated over all strata and the two are not taken for equal, with degrees of freedom after
 * Satterthwaite 1946 (Biometrics Bulletin 2:110–114): with one stratum the limits are Welch's, as in `meanDifference`.
 * Strata with one group only say nothing of the difference; of chance they do.
 *
 * @returns null where no stratum has both groups
 */
export function withinDifference(strata: readonly Stratum[]): WithinDifference | null {
  const compared = strata.flatMap(({ first, second }) => {
    if (first.length === 0 || second.length === 0) return [];
    const weight = (first.length * second.length) / (first.length + second.length);
    return [{ weight, n1: first.length, n2: second.length, gap: mean(first) - mean(second) }];
  });
  const weights = sum(compared.map(({ weight }) => weight));
  if (weights === 0) return null;
  const difference = sum(compared.map(({ weight, gap }) => weight * gap)) / weights;
  const largest = strata.reduce(
    (most, { first, second }) => Math.max(most, ...first.map(Math.abs), ...second.map(Math.abs)),
    0,
  );
  const part = (of: keyof Stratum, n: "n1" | "n2") => {
    const { variance, df } = pooledVariance(
      strata.map((stratum) => stratum[of]),
      largest,
    );
    return { df, square: (variance * sum(compared.map((one) => one.weight ** 2 / one[n]))) / weights ** 2 };
  };
  const [a, b] = [part("first", "n1"), part("second", "n2")];
  const square = a.square + b.square;
  if (a.df === 0 || b.df === 0 || square === 0) return { difference, standardError: null, df: null };
  const df = square ** 2 / (a.square ** 2 / a.df + b.square ** 2 / b.df);
  return { difference, standardError: Math.sqrt(square), df };
}

/**
 * Two-sided limits of a difference; null where nothing is known of chance.
 *
 * @param alpha 1 − confidence; divided by the number of differences looked at together, the limits hold for all of them at
 *   once (Bonferroni)
 */
export function differenceLimits(
  { difference, standardError, df }: WithinDifference,
  alpha = 0.05,
): Limits | null {
  if (standardError === null || df === null) return null;
  // The square of Student's t is F with 1 and as many degrees of freedom.
  const reach = Math.sqrt(fQuantile(1 - alpha, 1, df)) * standardError;
  return [difference - reach, difference + reach];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** The variance around each sample's own mean; 0 where nothing varies but by rounding. */
function pooledVariance(samples: readonly (readonly number[])[], largest: number) {
  const df = sum(samples.map((values) => Math.max(0, values.length - 1)));
  const squares = sum(
    samples.flatMap((values) => {
      const centre = mean(values);
      return values.map((value) => (value - centre) ** 2);
    }),
  );
  const count = sum(samples.map((values) => values.length));
  return { df, variance: df === 0 || isRounding(squares, count, largest) ? 0 : squares / df };
}
