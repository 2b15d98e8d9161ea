import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";

/** A mentor as the assignment sees one. */
export interface MentorSeat {
  readonly id: string;
  /** Places still free: a whole number, 0 or more. Pinned pairs of this run are taken out of it. */
  readonly capacity: number;
  /** Live pairs already held outside this run: a whole number, 0 or more. Counts only towards an even load. */
  readonly held: number;
}

/** One mentee with one mentor. */
export interface MatchPair {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** What is to be solved: every mentee wants one mentor, a mentor takes as many as there is capacity for. */
export interface MatchProblem {
  readonly menteeIds: readonly string[];
  readonly mentors: readonly MentorSeat[];
  /**
   * Mentees × mentors, in the order of the two lists above: a whole number ≥ 0 (hundredths of a point as
   * `match-score.ts` gives them), or `null` where a hard rule forbids the pair.
   */
  readonly scores: readonly (readonly (number | null)[])[];
  /** Pairs that hold whatever else happens: accepted ones when the rest is solved again, or set by hand. */
  readonly pinned: readonly MatchPair[];
}

/**
 * The dual values that prove an assignment the best there is (see `match-certificate.ts`).
 *
 * Plain values only, so that it can be kept as JSON. The three aims are one whole number: a pair is worth
 * `unitMatch + unitScore × score`, and a mentor's load of n costs n². The units are so large that no gain in a
 * later aim makes up for the least loss in an earlier one.
 */
export interface MatchCertificate {
  readonly unitMatch: number;
  readonly unitScore: number;
  /** What each mentee not pinned gains over staying without a mentor; 0 for one who stays without. */
  readonly gain: Readonly<Record<string, number>>;
  /** What one more place with each mentor would be worth. */
  readonly price: Readonly<Record<string, number>>;
}

/** A solved assignment. */
export interface Matching {
  /** In the order of mentee ids; pinned pairs included. */
  readonly pairs: readonly MatchPair[];
  readonly unmatched: readonly string[];
  /** Sum of the pairs' scores, pinned ones included. */
  readonly score: number;
  /** Sum over mentors of (held + pairs of this run)². With the number of pairs given, least is most even. */
  readonly spread: number;
  readonly certificate: MatchCertificate;
}

/** Why a problem's pinned pairs cannot all hold. */
export type PinRefusal = Refusal<"pinForbidden" | "pinUnknown" | "pinTwice" | "pinOverCapacity">;

/** Code unit order: the same on every machine, whatever its language. This is the stated order of ids. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether a problem can be solved as it stands.
 *
 * Pinned pairs that contradict a hard rule, each other or a mentor's capacity are refused, with both ids, since an
 * officer has to lift one or the other; nothing is dropped in silence. A malformed problem (ids twice, a table of
 * the wrong shape, scores or capacities that are no whole numbers ≥ 0) is a fault and throws.
 */
export function checkProblem(problem: MatchProblem): Result<undefined, PinRefusal> {
  const mentorIds = problem.mentors.map((mentor) => mentor.id);
  insist(new Set(problem.menteeIds).size === problem.menteeIds.length, "a mentee stands twice");
  insist(new Set(mentorIds).size === mentorIds.length, "a mentor stands twice");
  insist(problem.scores.length === problem.menteeIds.length, "one row of scores a mentee is wanted");
  for (const mentor of problem.mentors) {
    insist(isCount(mentor.capacity) && isCount(mentor.held), "capacity and held are whole numbers");
  }
  for (const row of problem.scores) {
    insist(row.length === mentorIds.length, "one score a mentor is wanted in each row");
    insist(
      row.every((score) => score === null || isCount(score)),
      "scores are whole numbers, 0 or more",
    );
  }
  return checkPins(problem);
}

function checkPins(problem: MatchProblem): Result<undefined, PinRefusal> {
  const taken = new Map<string, number>();
  const seen = new Set<string>();
  for (const { menteeId, mentorId } of problem.pinned) {
    const params = { menteeId, mentorId };
    const row = problem.scores[problem.menteeIds.indexOf(menteeId)];
    const column = problem.mentors.findIndex((mentor) => mentor.id === mentorId);
    const mentor = problem.mentors[column];
    if (row === undefined || mentor === undefined) return refuse("pinUnknown", params);
    if (seen.has(menteeId)) return refuse("pinTwice", params);
    if (typeof row[column] !== "number") return refuse("pinForbidden", params);
    const count = (taken.get(mentorId) ?? 0) + 1;
    if (count > mentor.capacity) return refuse("pinOverCapacity", params);
    taken.set(mentorId, count);
    seen.add(menteeId);
  }
  return ok();
}

/**
 * The problem as it stands after both sides have answered: accepted pairs are pinned, refused ones forbidden. Solving
 * it leaves accepted pairs alone and looks again for everybody else.
 *
 * @throws if an answer names somebody the problem does not know
 */
export function withAnswers(
  problem: MatchProblem,
  answers: { readonly accepted: readonly MatchPair[]; readonly refused: readonly MatchPair[] },
): MatchProblem {
  const key = (pair: MatchPair) => JSON.stringify([pair.menteeId, pair.mentorId]);
  const mentees = new Set(problem.menteeIds);
  const mentors = new Set(problem.mentors.map((mentor) => mentor.id));
  for (const pair of [...answers.accepted, ...answers.refused]) {
    insist(mentees.has(pair.menteeId) && mentors.has(pair.mentorId), "an answer names somebody unknown");
  }
  const refused = new Set(answers.refused.map(key));
  const pinned = new Map([...problem.pinned, ...answers.accepted].map((pair) => [key(pair), pair]));
  const scores = problem.menteeIds.map((menteeId, i) =>
    problem.mentors.map((mentor, j) =>
      refused.has(key({ menteeId, mentorId: mentor.id })) ? null : (problem.scores[i]?.[j] ?? null),
    ),
  );
  return {
    ...problem,
    scores,
    pinned: [...pinned.values()].filter((pair) => !refused.has(key(pair))),
  };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new RangeError(`Matching problem: ${otherwise}.`);
}
