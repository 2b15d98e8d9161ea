/** An estimate with the square of its standard error. */
export interface Estimate {
  readonly value: number;
  readonly variance: number;
}

/** Estimates drawn toward 0. */
export interface Shrunk {
  /** How far the true values are estimated to vary around 0; 0 where chance alone explains the estimates. */
  readonly spread: number;
  /** One each: the estimate times spread / (spread + its variance). */
  readonly values: readonly number[];
}

/**
 * Draws estimates toward 0, the more the less each is known: the empirical Bayes estimate for true values that vary around
 * 0 (Efron & Morris 1975, JASA 70:311–319), their variance by the moment estimate of DerSimonian & Laird 1986
 * (Controlled Clinical Trials 7:177–188) with the mean known to be 0: (Σ w y² − k) / Σ w, w = 1/variance, never below 0.
 *
 * @returns null for fewer than two estimates: one alone cannot tell chance from a true value
 * @throws RangeError for a variance that is not above 0
 */
export function shrinkTowardsZero(estimates: readonly Estimate[]): Shrunk | null {
  if (estimates.some(({ variance }) => !(variance > 0))) throw new RangeError("A variance is above 0.");
  if (estimates.length < 2) return null;
  const weights = estimates.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const squares = estimates.reduce((sum, { value, variance }) => sum + value ** 2 / variance, 0);
  const spread = Math.max(0, (squares - estimates.length) / weights);
  return {
    spread,
    values: estimates.map(({ value, variance }) => value * (spread / (spread + variance))),
  };
}
