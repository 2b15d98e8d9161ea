import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainMatching } from "#app/mentoring/matching/match-explain.ts";
import type { Matching, MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { smallProblem } from "./match-problems.ts";

function solved(problem: MatchProblem): Matching {
  const answer = solveMatching(problem);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe("explainMatching", () => {
  it("prices a wish as solving again with the pair pinned does", () => {
    fc.assert(
      fc.property(fc.oneof(smallProblem(3), smallProblem(40)), (problem) => {
        const matching = solved(problem);
        for (const { menteeId, nextBest } of explainMatching(problem, matching)) {
          if (nextBest === null) continue;
          const granted = solveMatching({ ...problem, pinned: [{ menteeId, mentorId: nextBest.mentorId }] });
          const cost = granted.ok
            ? {
                matched: matching.pairs.length - granted.value.pairs.length,
                score: matching.score - granted.value.score,
                spread: granted.value.spread - matching.spread,
              }
            : null;
          expect(nextBest.cost).toEqual(cost);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("names the best-scoring other mentor, and gives no price against a pin", () => {
    const problem: MatchProblem = {
      menteeIds: ["a", "b"],
      mentors: [
        { id: "m2", capacity: 1, held: 0 },
        { id: "m1", capacity: 1, held: 0 },
      ],
      scores: [
        [70, 90],
        [40, 80],
      ],
      pinned: [{ menteeId: "b", mentorId: "m1" }],
    };
    expect(explainMatching(problem, solved(problem))).toEqual([
      {
        menteeId: "a",
        mentorId: "m2",
        score: 70,
        pinned: false,
        nextBest: { mentorId: "m1", score: 90, cost: null },
      },
      {
        menteeId: "b",
        mentorId: "m1",
        score: 80,
        pinned: true,
        nextBest: { mentorId: "m2", score: 40, cost: null },
      },
    ]);
  });
});
