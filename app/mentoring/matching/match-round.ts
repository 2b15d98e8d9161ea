import type { MatchPair } from "./match-problem.ts";
import type { PreparedMatching } from "./match-proposal.ts";

/** A pair proposed in an earlier run and still open: neither concluded nor declined. */
export interface OpenProposal extends MatchPair {
  readonly mentorAccepted: boolean;
  readonly menteeAccepted: boolean;
  /** ISO date by which both are to answer. */
  readonly dueOn: string;
}

/**
 * What earlier answers ask of a new run: pairs that one side has accepted and the other may still accept hold;
 * pairs that a side has declined do not come back. One-sided acceptances whose day has passed no longer hold anybody.
 *
 * A pair that a rule excludes by now, or for which the mentor has no place left, is not held.
 *
 * @param today ISO date
 */
export function standingAnswers(
  prepared: PreparedMatching,
  open: readonly OpenProposal[],
  declined: readonly MatchPair[],
  today: string,
): { readonly accepted: readonly MatchPair[]; readonly refused: readonly MatchPair[] } {
  const { problem } = prepared;
  const scoreOf = ({ menteeId, mentorId }: MatchPair) => {
    const row = problem.scores[problem.menteeIds.indexOf(menteeId)];
    return row?.[problem.mentors.findIndex(({ id }) => id === mentorId)];
  };
  const left = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  const accepted: MatchPair[] = [];
  for (const { menteeId, mentorId, mentorAccepted, menteeAccepted, dueOn } of open) {
    const places = left.get(mentorId) ?? 0;
    const waits = (mentorAccepted || menteeAccepted) && dueOn >= today;
    if (!waits || places === 0 || typeof scoreOf({ menteeId, mentorId }) !== "number") continue;
    left.set(mentorId, places - 1);
    accepted.push({ menteeId, mentorId });
  }
  return { accepted, refused: declined.filter((pair) => scoreOf(pair) !== undefined) };
}

/** What a pair of a new run takes over from an open proposal of the same pair. */
export interface CarriedOver {
  readonly mentorAccepted: boolean;
  readonly menteeAccepted: boolean;
  readonly dueOn: string;
  /** Whether the two have a new day to be told of; a pair that stands as it stood is not asked twice. */
  readonly told: boolean;
}

/**
 * Answers already given to the same pair count on; so does the day by which to answer, unless it has passed.
 *
 * @param newDueOn ISO date for pairs proposed anew
 */
export function carryOver(
  pair: MatchPair,
  open: readonly OpenProposal[],
  { today, newDueOn }: { readonly today: string; readonly newDueOn: string },
): CarriedOver {
  const before = open.find(
    ({ menteeId, mentorId }) => menteeId === pair.menteeId && mentorId === pair.mentorId,
  );
  if (!before) return { mentorAccepted: false, menteeAccepted: false, dueOn: newDueOn, told: false };
  const { mentorAccepted, menteeAccepted, dueOn } = before;
  const inTime = dueOn >= today;
  return { mentorAccepted, menteeAccepted, dueOn: inTime ? dueOn : newDueOn, told: inTime };
}
