import type { Limits } from "#app/statistics/limits.ts";
import { differenceLimits, type Stratum, withinDifference } from "#app/statistics/within-difference.ts";
import { COUNTS_ONLY_BELOW, TOO_FEW_IN_STAGE } from "./impact.ts";

/**
 * How far two groups' scores are apart over several panels: `countsOnly` where a group has fewer than five that can be compared;
 * `tooFew` (fewer than 30 together) gives the figures, but no judgement; `judged` says what its limits leave out.
 */
export type PooledGap =
  | { readonly kind: "countsOnly"; readonly first: number; readonly second: number }
  | {
      readonly kind: "tooFew" | "judged";
      readonly first: number;
      readonly second: number;
      /** Of the first less the second, within panels, in levels. */
      readonly difference: number;
      /** Null where no score varies. */
      readonly standardError: number | null;
      /** 95 %, of this gap alone. */
      readonly limits: Limits | null;
      /** 95 % for all gaps that were looked at together. */
      readonly together: Limits | null;
      readonly leavesOutZero: "no" | "alone" | "together";
    };

/**
 * The gaps of several things looked at together, such as the criteria of rubrics or the members of panels, each within panels
 * (METHOD § 5; see `withinDifference`). A panel counts where it scored both groups. Of twenty gaps that are none, one leaves 0
 * out by chance: `together` has limits that hold for all gaps with figures at once (Bonferroni).
 *
 * @param things one each, with a stratum for each panel
 * @returns one each, in the same order
 */
export function pooledGaps(things: readonly (readonly Stratum[])[]): readonly PooledGap[] {
  const found = things.map((strata) => {
    const compared = strata.filter(({ first, second }) => first.length > 0 && second.length > 0);
    const count = (of: keyof Stratum) => compared.reduce((sum, stratum) => sum + stratum[of].length, 0);
    const [first, second] = [count("first"), count("second")];
    const enough = Math.min(first, second) >= COUNTS_ONLY_BELOW;
    return { first, second, within: enough ? withinDifference(strata) : null };
  });
  const looks = found.filter(({ within }) => within !== null).length;
  return found.map(({ first, second, within }): PooledGap => {
    if (within === null) return { kind: "countsOnly", first, second };
    const [limits, together] = [differenceLimits(within), differenceLimits(within, 0.05 / looks)];
    return {
      kind: first + second < TOO_FEW_IN_STAGE ? "tooFew" : "judged",
      ...{ first, second, limits, together },
      ...{ difference: within.difference, standardError: within.standardError },
      leavesOutZero: leavesOut(together) ? "together" : leavesOut(limits) ? "alone" : "no",
    };
  });
}

const leavesOut = (limits: Limits | null) => limits !== null && (limits[0] > 0 || limits[1] < 0);
