import type { MatchPair, MatchProblem } from "#app/mentoring/matching/match-problem.ts";

/** Every assignment that keeps rules, capacities and pins, each as mentor index by mentee index (−1: none). */
export function everyAssignment(problem: MatchProblem): number[][] {
  let partial: number[][] = [[]];
  problem.menteeIds.forEach((menteeId, i) => {
    const pin = problem.pinned.find((pair) => pair.menteeId === menteeId);
    partial = partial.flatMap((sofar) =>
      [-1, ...problem.mentors.keys()]
        .filter((j) => {
          const mentor = problem.mentors[j];
          if (pin) return mentor?.id === pin.mentorId;
          return mentor === undefined || (problem.scores[i]?.[j] ?? null) !== null;
        })
        .map((j) => [...sofar, j]),
    );
  });
  return partial.filter((choice) =>
    problem.mentors.every((mentor, j) => choice.filter((k) => k === j).length <= mentor.capacity),
  );
}

/** The three aims of one assignment: matched, score, spread (sum of squared loads). */
export function aimsOf(problem: MatchProblem, choice: readonly number[]): [number, number, number] {
  const score = choice.reduce((sum, j, i) => sum + (problem.scores[i]?.[j] ?? 0), 0);
  const spread = problem.mentors.reduce((sum, mentor, j) => {
    const load = mentor.held + choice.filter((k) => k === j).length;
    return sum + load * load;
  }, 0);
  return [choice.filter((j) => j >= 0).length, score, spread];
}

/** Negative where `a` is the better: more matched, then higher score, then less spread. */
export function compareAims(a: readonly number[], b: readonly number[]): number {
  const [matchedA = 0, scoreA = 0, spreadA = 0] = a;
  const [matchedB = 0, scoreB = 0, spreadB = 0] = b;
  return matchedB - matchedA || scoreB - scoreA || spreadA - spreadB;
}

/** The best assignment in the stated order, found by trying everything; `null` where none keeps the pins. */
export function bestByTryingAll(problem: MatchProblem): { aims: number[]; pairs: MatchPair[] } | null {
  const key = (choice: readonly number[]) =>
    problem.menteeIds
      .map((id, i) => ({ id, mentor: problem.mentors[choice[i] ?? -1]?.id ?? "\uffff" }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((entry) => entry.mentor)
      .join("\u0000");
  const all = everyAssignment(problem).map((choice) => ({
    choice,
    aims: aimsOf(problem, choice),
    key: key(choice),
  }));
  all.sort((a, b) => compareAims(a.aims, b.aims) || (a.key < b.key ? -1 : 1));
  const best = all[0];
  if (best === undefined) return null;
  const pairs = problem.menteeIds.flatMap((menteeId, i): MatchPair[] => {
    const mentor = problem.mentors[best.choice[i] ?? -1];
    return mentor ? [{ menteeId, mentorId: mentor.id }] : [];
  });
  return { aims: best.aims, pairs: pairs.sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1)) };
}
