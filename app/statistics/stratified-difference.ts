import type { FourfoldTable } from "./fisher-exact.ts";
import type { Limits } from "./limits.ts";
import { NORMAL_95 } from "./wilson.ts";

/** A difference pooled over strata, −1 to 1; without limits where in every stratum all were chosen, or nobody. */
export interface StratifiedDifference {
  readonly difference: number;
  readonly limits: Limits | null;
}

/** The pooled difference of some strata with its variance, which is a straight line in the difference that is supposed. */
interface PooledDifference {
  readonly difference: number;
  readonly varianceAt: { readonly constant: number; readonly slope: number };
}

/**
 * Shares of two groups compared within strata: differences of the strata weighted by n₁n₂/n (Mantel and Haenszel 1959; as a
 * difference: Greenland and Robins 1985, Biometrics 41:55–68), and Sato's variance, which holds for few large strata and for many
 * small ones (Sato, Greenland and Robins 1989, Biometrics 45:1323–1324).
 *
 * @param tables one a stratum: each row a group, how many were chosen and how many were not, both groups being there
 * @returns null where there is no stratum
 */
export function pooledDifference(tables: readonly FourfoldTable[]): PooledDifference | null {
  let [sum, weight, constant, slope] = [0, 0, 0, 0];
  for (const [[a, b], [c, d]] of tables) {
    const [first, second] = [a + b, c + d];
    const all = first + second;
    sum += (a * second - c * first) / all;
    weight += (first * second) / all;
    constant += (a * d + c * b) / (2 * all);
    slope += (first ** 2 * c - second ** 2 * a + (first * second * (second - first)) / 2) / all ** 2;
  }
  if (weight === 0) return null;
  const varianceAt = { constant: constant / weight ** 2, slope: slope / weight ** 2 };
  return { difference: sum / weight, varianceAt };
}

/**
 * The same with score limits: every difference that the observed one is no further from than `z` of its standard errors, where
 * those are of the difference supposed (Klingenberg 2014, Statistics in Medicine 33:2968–2983). A stratum in which all are chosen,
 * or nobody, has a variance of 0; where every stratum is such, limits would claim to be sure of what nothing is known of.
 *
 * @param z standard normal quantile of the confidence wanted; 95 % unless told
 * @returns values within [−1, 1]; null where there is no stratum
 */
export function stratifiedDifference(
  tables: readonly FourfoldTable[],
  z = NORMAL_95,
): StratifiedDifference | null {
  const pooled = pooledDifference(tables);
  if (pooled === null) return null;
  const { difference, varianceAt } = pooled;
  if (varianceAt.constant === 0) return { difference, limits: null };
  const middle = difference + (z ** 2 * varianceAt.slope) / 2;
  const reach = Math.sqrt(Math.max(0, middle ** 2 - difference ** 2 + z ** 2 * varianceAt.constant));
  return { difference, limits: [Math.max(-1, middle - reach), Math.min(1, middle + reach)] };
}
