import type { Limits } from "./limits.ts";
import { NORMAL_95, type Proportion, wilsonLimits } from "./wilson.ts";

/** A difference of two independent proportions, first less second, with its limits. */
export interface Difference {
  readonly difference: number;
  readonly limits: Limits;
}

/**
 * Score limits of a difference of independent proportions (Newcombe 1998, Statistics in Medicine 17:873–890, method 10).
 *
 * @param z standard normal quantile of the confidence wanted; 95 % unless told
 * @returns values within [−1, 1]; null where either group is empty
 */
export function newcombeDifference(first: Proportion, second: Proportion, z = NORMAL_95): Difference | null {
  const limits1 = wilsonLimits(first, z);
  const limits2 = wilsonLimits(second, z);
  if (limits1 === null || limits2 === null) return null;
  const p1 = first.count / first.total;
  const p2 = second.count / second.total;
  const difference = (first.count * second.total - second.count * first.total) / (first.total * second.total);
  const lower = difference - Math.hypot(p1 - limits1[0], limits2[1] - p2);
  const upper = difference + Math.hypot(limits1[1] - p1, p2 - limits2[0]);
  return { difference, limits: [Math.max(-1, lower), Math.min(1, upper)] };
}
