import type { ConnectionAdvice } from "./rank-connection.ts";
import type { Ranking } from "./rank-result.ts";

/** Candidacies that the same members connect. */
export interface ComparableGroup {
  readonly candidacyIds: readonly string[];
  readonly memberIds: readonly string[];
}

/** Whether all scored candidacies can be compared with each other, and what would mend it where not (METHOD § 2). */
export type Comparability =
  | {
      readonly kind: "connected";
      readonly candidacies: number;
      readonly members: number;
      readonly sheets: number;
    }
  | { readonly kind: "apart"; readonly groups: readonly ComparableGroup[]; readonly advice: ConnectionAdvice }
  | { readonly kind: "noScores" };

/** Reads the comparability of a ranking's candidacies; groups stand in the order of their first candidacy's id. */
export function comparabilityOf(ranking: Ranking): Comparability {
  if (ranking.kind === "noScores") return { kind: "noScores" };
  if (ranking.kind === "ranked")
    return {
      kind: "connected",
      candidacies: ranking.candidacies.length,
      members: ranking.members.length,
      sheets: ranking.scores.length,
    };
  const groups = Array.from({ length: ranking.groups }, (_, at) => ({
    candidacyIds: ranking.candidacies.flatMap(({ candidacyId, group }) =>
      group === at ? [candidacyId] : [],
    ),
    memberIds: ranking.members.flatMap(({ memberId, group }) => (group === at ? [memberId] : [])),
  }));
  return { kind: "apart", groups, advice: ranking.advice };
}
