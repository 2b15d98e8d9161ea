import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import type { Unheard } from "#app/selection/interview/interview.ts";
import { type VacancyState, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { QUORUM } from "#app/selection/panel/panel.ts";
import { movePhase, nextPhase, type PanelPhase, PHASE_RIGHTS } from "#app/selection/panel/phase.ts";

/** A panel as the reveal reads it. Ids are the members' own, not their accounts'. */
export interface PanelAtWork {
  readonly members: readonly { readonly id: string; readonly chair: boolean; readonly declared: boolean }[];
  /** The candidacies still to be judged in this round: withdrawn ones, and in interviews those passed over, ask for no sheet. */
  readonly candidacyIds: readonly string[];
  /** All that the chair will find on, where they are more than those. */
  readonly foundOn?: readonly string[];
  readonly recusals: readonly { readonly memberId: string; readonly candidacyId: string }[];
  readonly submitted: readonly { readonly memberId: string; readonly candidacyId: string }[];
  /** In the round of the interviews, those of the candidacies whose interview has not begun. */
  readonly unheard?: readonly Unheard[];
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
  const live = new Set(panel.foundOn ?? panel.candidacyIds);
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

/** What a reveal leads to. */
export interface Revealed {
  readonly phase: PanelPhase;
  readonly vacancyState: VacancyState;
}

/**
 * Whether the chair may open the sheets of the round under way, and what follows: with interviews still to come the
 * desk sheets are compared and the vacancy stays under assessment; after the last round everything is open. Marks of an
 * interview that was not held are none: every candidacy has been heard, or the chair has taken it off those interviewed.
 *
 * @param work with the sheets submitted in this round
 */
export function revealRound(
  panel: Revealed & { readonly interview: boolean },
  work: PanelAtWork,
): Result<Revealed> {
  const { phase, vacancyState } = panel;
  const next = nextPhase(phase, panel);
  if (PHASE_RIGHTS[phase].scores === null || next === null)
    return refuse("wrongState", { state: vacancyState });
  const heard = refuseUnheardOnes(work.unheard ?? []);
  if (!heard.ok) return heard;
  const answer = mayReveal(vacancyState, work);
  if (!answer.ok) return answer;
  return ok({ phase: next, vacancyState: next === "compared" ? vacancyState : answer.value });
}

function refuseUnheardOnes(unheard: readonly Unheard[]): Result<undefined> {
  const times = unheard.flatMap(({ startsAt }) => startsAt ?? []);
  if (times.length < unheard.length)
    return refuse("interviewsUnset", { count: unheard.length - times.length });
  const last = times.toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
  return last ? refuse("interviewsToCome", { count: times.length, at: last.toISOString() }) : ok();
}

/**
 * Whether the chair may open the interviews: once every candidate invited has a time for theirs, so that all are heard
 * under the same conditions.
 *
 * @param panel with the candidacies invited
 * @param arranged candidacies with a time
 */
export function openInterviews(
  panel: Pick<Revealed, "phase"> & { readonly interview: boolean; readonly candidacyIds: readonly string[] },
  arranged: readonly string[],
): Result<PanelPhase> {
  const moved = movePhase(panel.phase, "interview", panel);
  if (!moved.ok) return moved;
  const known = new Set(arranged);
  const without = panel.candidacyIds.filter((id) => !known.has(id)).length;
  return without > 0 ? refuse("interviewsUnset", { count: without }) : moved;
}
