import fc from "fast-check";
import type { MatchProblem } from "#app/mentoring/matching/match-problem.ts";

/** Random small problems; few distinct scores, so that ties at every level are common. */
export const smallProblem = (highest: number): fc.Arbitrary<MatchProblem> =>
  fc
    .record({ mentees: fc.integer({ min: 0, max: 5 }), mentors: fc.integer({ min: 0, max: 4 }) })
    .chain(({ mentees, mentors }) =>
      fc.record({
        seats: fc.array(
          fc.record({ capacity: fc.integer({ min: 0, max: 3 }), held: fc.integer({ min: 0, max: 2 }) }),
          { minLength: mentors, maxLength: mentors },
        ),
        scores: fc.array(
          fc.array(fc.option(fc.integer({ min: 0, max: highest }), { freq: 3 }), {
            minLength: mentors,
            maxLength: mentors,
          }),
          { minLength: mentees, maxLength: mentees },
        ),
      }),
    )
    .map(({ seats, scores }) => ({
      menteeIds: scores.map((_, i) => `e${i}`),
      mentors: seats.map((seat, j) => ({ id: `m${j}`, ...seat })),
      scores,
      pinned: [],
    }));

/** The same problem with its rows and columns in another order. */
export function shuffled(
  problem: MatchProblem,
  rows: readonly number[],
  columns: readonly number[],
): MatchProblem {
  const pick = <T>(list: readonly T[], order: readonly number[]) =>
    order.flatMap((i) => list.slice(i, i + 1));
  return {
    menteeIds: pick(problem.menteeIds, rows),
    mentors: pick(problem.mentors, columns),
    scores: pick(problem.scores, rows).map((row) => pick(row, columns)),
    pinned: [...problem.pinned].reverse(),
  };
}
