import type { Limits } from "#app/statistics/limits.ts";
import { meanDifference } from "#app/statistics/mean-difference.ts";
import { COUNTS_ONLY_BELOW, TOO_FEW_IN_STAGE } from "./impact.ts";

/**
 * How far the scores of two groups are apart: `countsOnly` where a group has fewer than five; `tooFew` (fewer than 30 together) gives
 * the figures, but no judgement; `judged` says whether the limits leave out 0.
 */
export type ScoreGap =
  | { readonly kind: "countsOnly"; readonly first: number; readonly second: number }
  | {
      readonly kind: "tooFew" | "judged";
      readonly first: number;
      readonly second: number;
      /** Mean of the first less mean of the second, in levels. */
      readonly difference: number;
      /** 95 % (Welch 1947); null where no score varies. */
      readonly limits: Limits | null;
      readonly leavesOutZero: boolean;
    };

/**
 * The gap between two groups' scores (METHOD § 5): a signal to look, not a verdict. Scores of one panel share its members, so that the limits are
 * those of the candidates being others, not of the panel being another.
 */
export function scoreGap(first: readonly number[], second: readonly number[]): ScoreGap {
  const counts = { first: first.length, second: second.length };
  const enough = Math.min(counts.first, counts.second) >= COUNTS_ONLY_BELOW;
  const found = enough ? meanDifference(first, second) : null;
  if (found === null) return { kind: "countsOnly", ...counts };
  const { difference, limits } = found;
  return {
    kind: counts.first + counts.second < TOO_FEW_IN_STAGE ? "tooFew" : "judged",
    ...counts,
    difference,
    limits,
    leavesOutZero: limits !== null && (limits[0] > 0 || limits[1] < 0),
  };
}
