import { overlapTable } from "./match-hours.ts";
import type { Matching, MatchPair, MatchProblem } from "./match-problem.ts";
import type { DaySpan, MenteeProfile, MentorProfile, Tie } from "./match-profile.ts";
import { excludingRules, type RuleCode } from "./match-rules.ts";
import { DEFAULT_WEIGHTS, type PairScore, type ScoreWeights, scorePair } from "./match-score.ts";

/** The facts of one run of the matching. */
export interface MatchFacts {
  readonly mentors: readonly MentorProfile[];
  readonly mentees: readonly MenteeProfile[];
  readonly ties: readonly Tie[];
  readonly programme: DaySpan;
  readonly weights?: ScoreWeights;
  readonly pinned?: readonly MatchPair[];
}

/** What was found of one pair: which rules exclude it, and how it scores all the same. */
export interface PairFinding extends MatchPair {
  readonly excludedBy: readonly RuleCode[];
  readonly score: PairScore;
}

/** A problem to solve, and what was found of each pair on the way: mentees × mentors. */
export interface PreparedMatching {
  readonly problem: MatchProblem;
  readonly findings: readonly (readonly PairFinding[])[];
}

/**
 * From profiles and facts to a problem `solveMatching` takes: the hard rules asked of every pair, the pairs they
 * allow scored.
 *
 * A mentor's free places are capacity less live pairs, never below 0. A pinned pair that a rule excludes stays
 * excluded, so that solving refuses it by name.
 *
 * @param onMentee told of each mentee as their pairs are looked at
 */
export function prepareMatching(facts: MatchFacts, onMentee: () => void = () => {}): PreparedMatching {
  const overlaps = overlapTable(facts.mentees, facts.mentors, halves(facts.programme));
  const ties = tiesByPair(facts.ties);
  const findings = facts.mentees.map((mentee, i) => {
    onMentee();
    return facts.mentors.map((mentor, j): PairFinding => {
      const between = ties.get(pairKey(mentor.id, mentee.id)) ?? [];
      return {
        menteeId: mentee.id,
        mentorId: mentor.id,
        excludedBy: excludingRules({ mentor, mentee, programme: facts.programme, ties: between }),
        score: scorePair(mentor, mentee, overlaps[i]?.[j] ?? 0, facts.weights ?? DEFAULT_WEIGHTS),
      };
    });
  });
  const problem: MatchProblem = {
    menteeIds: facts.mentees.map((mentee) => mentee.id),
    mentors: facts.mentors.map((mentor) => ({
      id: mentor.id,
      capacity: Math.max(0, mentor.capacity - mentor.activePairs),
      held: mentor.activePairs,
    })),
    scores: findings.map((row) =>
      row.map((pair) => (pair.excludedBy.length === 0 ? pair.score.total : null)),
    ),
    pinned: facts.pinned ?? [],
  };
  return { problem, findings };
}

/** Why a mentee stays without a mentor. */
export interface UnmatchedReasons {
  readonly menteeId: string;
  /**
   * The mentors each rule excludes; a mentor stands under every rule that bites. Rules that exclude nobody are
   * left out.
   */
  readonly excluded: readonly { readonly rule: RuleCode; readonly mentorIds: readonly string[] }[];
  /** Mentors no rule excludes, whose places went to others, and to whom. */
  readonly taken: readonly { readonly mentorId: string; readonly menteeIds: readonly string[] }[];
  /** Mentors that a side's answer or an officer's hand has ruled out since the rules were asked. */
  readonly refused: readonly string[];
}

/**
 * For each unmatched mentee, which rule excluded whom and who has the places of the mentors it might have had.
 *
 * @param problem the problem solved: that of the preparation, or the one `withAnswers` made of it
 */
export function explainUnmatched(
  prepared: PreparedMatching,
  matching: Matching,
  problem: MatchProblem = prepared.problem,
): readonly UnmatchedReasons[] {
  return matching.unmatched.map((menteeId) => {
    const index = problem.menteeIds.indexOf(menteeId);
    const row = prepared.findings[index] ?? [];
    const open = row.filter((pair) => pair.excludedBy.length === 0);
    const isAllowed = (pair: PairFinding) => (problem.scores[index]?.[row.indexOf(pair)] ?? null) !== null;
    return {
      menteeId,
      excluded: mentorsByRule(row),
      taken: open.filter(isAllowed).map(({ mentorId }) => ({
        mentorId,
        menteeIds: matching.pairs.filter((pair) => pair.mentorId === mentorId).map((pair) => pair.menteeId),
      })),
      refused: open.filter((pair) => !isAllowed(pair)).map((pair) => pair.mentorId),
    };
  });
}

function mentorsByRule(row: readonly PairFinding[]): UnmatchedReasons["excluded"] {
  const found = new Map<RuleCode, string[]>();
  for (const pair of row) {
    for (const rule of pair.excludedBy) found.set(rule, [...(found.get(rule) ?? []), pair.mentorId]);
  }
  return [...found].map(([rule, mentorIds]) => ({ rule, mentorIds }));
}

const pairKey = (mentorId: string, menteeId: string): string => JSON.stringify([mentorId, menteeId]);

function tiesByPair(ties: readonly Tie[]): ReadonlyMap<string, readonly Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const tie of ties) {
    const key = pairKey(tie.mentorId, tie.menteeId);
    found.set(key, [...(found.get(key) ?? []), tie]);
  }
  return found;
}

/** The programme's first day and the day half a year on: one on each side of any change of clocks. */
function halves(programme: DaySpan): readonly string[] {
  const later = new Date(`${programme.startsOn}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + 182);
  return [programme.startsOn, later.toISOString().slice(0, 10)];
}
