import { type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { type VacancyState, vacancyTransitions } from "./lifecycle.ts";
import { QUORUM } from "./panel.ts";

/** A panel as the reveal reads it. Ids are the members' own, not their accounts'. */
export interface PanelAtWork {
  readonly members: readonly { readonly id: string; readonly chair: boolean; readonly declared: boolean }[];
  /** The candidacies still to be judged: withdrawn ones ask for no sheet. */
  readonly candidacyIds: readonly string[];
  readonly recusals: readonly { readonly memberId: string; readonly candidacyId: string }[];
  readonly submitted: readonly { readonly memberId: string; readonly candidacyId: string }[];
}

/** How many sheets a member owes, of how many assigned. */
export interface MemberProgress {
  readonly memberId: string;
  readonly declared: boolean;
  readonly assigned: number;
  readonly submitted: number;
}

const pair = (memberId: string, candidacyId: string) => `${memberId} ${candidacyId}`;

/**
 * How far each member has come: assigned are the candidacies from which the member is not recused. Counts only,
 * never a mark.
 *
 * @param among the candidacies to count, where not all may be seen by who asks
 */
export function panelProgress(
  panel: PanelAtWork,
  among: readonly string[] = panel.candidacyIds,
): readonly MemberProgress[] {
  const recused = new Set(panel.recusals.map((one) => pair(one.memberId, one.candidacyId)));
  const submitted = new Set(panel.submitted.map((one) => pair(one.memberId, one.candidacyId)));
  return panel.members.map(({ id, declared }) => {
    const assigned = among.filter((candidacyId) => !recused.has(pair(id, candidacyId)));
    return {
      memberId: id,
      declared,
      assigned: assigned.length,
      submitted: assigned.filter((candidacyId) => submitted.has(pair(id, candidacyId))).length,
    };
  });
}

/** The candidacies that fewer unrecused members judge than a quorum. */
export function belowQuorum(
  panel: Pick<PanelAtWork, "candidacyIds" | "recusals"> & {
    readonly members: readonly { readonly id: string }[];
  },
): readonly string[] {
  const recused = new Set(panel.recusals.map((one) => pair(one.memberId, one.candidacyId)));
  return panel.candidacyIds.filter(
    (candidacyId) => panel.members.filter(({ id }) => !recused.has(pair(id, candidacyId))).length < QUORUM,
  );
}

/**
 * Whether a panel may open its members' sheets to each other.
 *
 * Independent scoring is the point of a panel: sheets open only when every member has declared and every unrecused one
 * has submitted all theirs, so that nobody scores after having seen another's mark. The chair, who will write the
 * findings on all candidacies, must be recused from none.
 *
 * @returns the vacancy's next state, or why not
 */
export function mayReveal(state: VacancyState, panel: PanelAtWork): Result<VacancyState> {
  const chair = panel.members.find((member) => member.chair);
  const live = new Set(panel.candidacyIds);
  const recusedChair = panel.recusals.some((one) => one.memberId === chair?.id && live.has(one.candidacyId));
  const progress = panelProgress(panel);
  const answer = take(vacancyTransitions.reveal, state, {
    undeclared: progress.filter(({ declared }) => !declared).length,
    outstanding: progress.reduce((sum, { assigned, submitted }) => sum + assigned - submitted, 0),
    belowQuorum: belowQuorum(panel).length,
  });
  if (!answer.ok) return answer;
  return recusedChair ? refuse("chairRecused") : answer;
}
