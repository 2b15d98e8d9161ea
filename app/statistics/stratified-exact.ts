import { type FourfoldTable, hypergeometricWeights, type TwoSided, twoSided } from "./fisher-exact.ts";
import { type StratifiedDifference, stratifiedDifference } from "./stratified-difference.ts";

/** Two groups compared within strata: a test, and the pooled difference with its 95 % limits. */
export interface StratifiedExact extends TwoSided, StratifiedDifference {}

/**
 * Above this variance of the sum of first cells, thousands of people, the exact distribution would take seconds and the
 * normal one (Cochran 1954) is the same to the digits that are shown.
 */
const EXACT_VARIANCE = 2_500;

/** Weights below this part of the greatest are dropped from the ends: no digit that is shown hangs on them. */
const NOTHING = 1e-25;

/**
 * Compares two groups within strata, so that a stratum in which one group is large and few are chosen makes no difference by
 * itself. The test is exact given the margins of every stratum: the distribution of the sum of first cells, a convolution
 * of hypergeometric ones, two-sided as in `fisherExact` (Gart 1970, Biometrika 57:471–475; R's `mantelhaen.test` with
 * `exact = TRUE`). With one stratum it is Fisher's test. For thousands of people both p-values are those of the normal
 * approximation.
 *
 * @param tables one a stratum: each row a group, how many were chosen and how many were not
 * @returns null where no stratum has both groups: there is nothing to compare
 * @throws RangeError for a count that is negative or not whole
 */
export function stratifiedExact(tables: readonly FourfoldTable[]): StratifiedExact | null {
  if (tables.flat(2).some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError("A table of counts needs whole numbers from 0.");
  const compared = tables.filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0);
  const pooled = stratifiedDifference(compared);
  if (pooled === null) return null;
  let [sum, variance] = [0, 0];
  for (const [[a, b], [c, d]] of compared) {
    const [first, second, chosen] = [a + b, c + d, a + c];
    const all = first + second;
    sum += (a * second - c * first) / all;
    variance += (first * second * chosen * (all - chosen)) / (all * all * (all - 1));
  }
  // What is observed less what is expected is the sum of a − (a + b)(a + c)/n, which is (a·n₂ − c·n₁)/n.
  const p = variance > EXACT_VARIANCE ? beyond(sum / Math.sqrt(variance)) : null;
  return { ...pooled, ...(p === null ? exactly(compared) : { p, midP: p }) };
}

function exactly(tables: readonly FourfoldTable[]): TwoSided {
  let distribution = { least: 0, weights: Float64Array.of(1) };
  let observed = 0;
  for (const [[a, b], [c, d]] of tables) {
    observed += a;
    const stratum = {
      least: Math.max(0, a - d),
      weights: hypergeometricWeights(a + b, a + c, a + b + c + d),
    };
    distribution = convolved(distribution, stratum);
  }
  const { least, weights } = distribution;
  return twoSided(weights, weights[observed - least] ?? 0);
}

/** How likely a normal deviate is at least so far from 0, to 1.5·10⁻⁷ (Abramowitz and Stegun 1964, 7.1.26). */
function beyond(deviate: number): number {
  const x = Math.abs(deviate) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return series.reduce((value, coefficient) => value * t + coefficient, 0) * t * Math.exp(-x * x);
}

interface Distribution {
  readonly least: number;
  readonly weights: Float64Array;
}

/** The distribution of a sum, its ends cut off where nothing is left; the greatest weight is 1. */
function convolved(
  one: Distribution,
  other: Distribution,
): { least: number; weights: Float64Array<ArrayBuffer> } {
  const weights = new Float64Array(one.weights.length + other.weights.length - 1);
  for (const [at, weight] of one.weights.entries())
    for (const [further, more] of other.weights.entries())
      weights[at + further] = (weights[at + further] ?? 0) + weight * more;
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const kept = (weight: number) => weight > NOTHING * greatest;
  const [from, to] = [weights.findIndex(kept), weights.findLastIndex(kept) + 1];
  return {
    least: one.least + other.least + from,
    weights: weights.slice(from, to).map((weight) => weight / greatest),
  };
}
