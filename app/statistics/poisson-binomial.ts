/**
 * The distribution of how many of independent trials succeed, each with a probability of its own (the Poisson-binomial
 * distribution): trial after trial, exact in O(n²) (Hong 2013, Computational Statistics & Data Analysis 59:41–51, there the
 * recursive formula).
 *
 * @param probabilities 0 to 1, one for each trial
 * @returns probabilities of 0 … n successes
 * @throws RangeError for what is no probability
 */
export function poissonBinomial(probabilities: readonly number[]): Float64Array {
  const distribution = new Float64Array(probabilities.length + 1);
  distribution[0] = 1;
  for (const [done, probability] of probabilities.entries()) {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability.`);
    for (let successes = done + 1; successes >= 0; successes -= 1) {
      const stays = (distribution[successes] ?? 0) * (1 - probability);
      const rises = successes > 0 ? (distribution[successes - 1] ?? 0) * probability : 0;
      distribution[successes] = stays + rises;
    }
  }
  return distribution;
}

/** Rounding of a sum of probabilities: a quantile is not missed for it. */
const ROUNDING = 1e-12;

/**
 * The smallest value whose cumulative probability reaches `level`.
 *
 * @param distribution probabilities of 0, 1, 2 …; they add up to 1
 * @param level above 0, at most 1
 */
export function quantile(distribution: ArrayLike<number>, level: number): number {
  let sum = 0;
  for (let value = 0; value < distribution.length; value += 1) {
    sum += distribution[value] ?? 0;
    if (sum >= level - ROUNDING) return value;
  }
  return distribution.length - 1;
}

/** The probability of at least `least`. */
export function upperTail(distribution: ArrayLike<number>, least: number): number {
  let sum = 0;
  for (let value = Math.max(0, least); value < distribution.length; value += 1)
    sum += distribution[value] ?? 0;
  return Math.min(1, sum);
}

/** The expected value. */
export function expectation(distribution: ArrayLike<number>): number {
  let sum = 0;
  for (let value = 0; value < distribution.length; value += 1) sum += value * (distribution[value] ?? 0);
  return sum;
}
