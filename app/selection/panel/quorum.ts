import { QUORUM } from "./panel.ts";

/** How many of a panel judge one candidacy after recusals. */
export interface JudgesLeft {
  readonly candidacyId: string;
  readonly name: string;
  readonly judges: number;
  readonly belowQuorum: boolean;
}

/**
 * How many members of a panel are left to judge each candidacy, those with the fewest first; among equals they stay in
 * the order given.
 *
 * @param recusals by account; a member recused twice from one candidacy counts once
 */
export function judgesLeft(
  userIds: readonly string[],
  candidacies: readonly { readonly candidacyId: string; readonly name: string }[],
  recusals: readonly { readonly userId: string; readonly candidacyId: string }[],
): readonly JudgesLeft[] {
  const seated = new Set(userIds);
  return candidacies
    .map(({ candidacyId, name }) => {
      const recused = new Set(
        recusals
          .filter((one) => one.candidacyId === candidacyId && seated.has(one.userId))
          .map((one) => one.userId),
      );
      const judges = seated.size - recused.size;
      return { candidacyId, name, judges, belowQuorum: judges < QUORUM };
    })
    .toSorted((a, b) => a.judges - b.judges);
}
