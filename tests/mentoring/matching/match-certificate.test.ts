import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyMatching } from "#app/mentoring/matching/match-certificate.ts";
import type { Matching, MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { aimsOf, compareAims, everyAssignment } from "./match-brute-force.ts";
import { smallProblem } from "./match-problems.ts";

const problem: MatchProblem = {
  menteeIds: ["a", "b", "c"],
  mentors: [
    { id: "m1", capacity: 1, held: 1 },
    { id: "m2", capacity: 2, held: 0 },
  ],
  scores: [
    [90, 60],
    [80, 70],
    [null, 50],
  ],
  pinned: [],
};

function solved(given: MatchProblem): Matching {
  const answer = solveMatching(given);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe("verifyMatching", () => {
  const good = solved(problem);
  const withPrice = (id: string, price: number): Matching => ({
    ...good,
    certificate: { ...good.certificate, price: { ...good.certificate.price, [id]: price } },
  });

  it("passes the solver's own answer", () => {
    expect(verifyMatching(problem, good)).toEqual([]);
    expect(verifyMatching(problem, JSON.parse(JSON.stringify(good)))).toEqual([]);
  });

  it.each([
    ["everybodyOnce", { ...good, unmatched: ["a"] }],
    ["everybodyOnce", { ...good, pairs: good.pairs.slice(1) }],
    ["totals", { ...good, score: good.score + 1 }],
    ["totals", { ...good, spread: good.spread - 1 }],
    ["units", { ...good, certificate: { ...good.certificate, unitMatch: 1 } }],
    ["units", { ...good, certificate: { ...good.certificate, unitScore: 1 } }],
    ["gain", { ...good, certificate: { ...good.certificate, gain: {} } }],
    ["price", withPrice("m2", Number.NaN)],
    ["gain", withPrice("m1", 0)],
  ] satisfies [string, Matching][])("fails with %s on a tampered answer", (fault, matching) => {
    expect(verifyMatching(problem, matching)).toContain(fault);
  });

  it("fails where a pair is forbidden, a mentor is overfull or a pin is lost", () => {
    const pairs = (mentors: string[]) =>
      ["a", "b", "c"].map((menteeId, i) => ({ menteeId, mentorId: mentors[i] ?? "" }));
    expect(verifyMatching(problem, { ...good, pairs: pairs(["m2", "m2", "m1"]) })).toContain("allowed");
    expect(verifyMatching(problem, { ...good, pairs: pairs(["m1", "m1", "m2"]) })).toContain("capacity");
    const pinned = { ...problem, pinned: [{ menteeId: "a", mentorId: "m2" }] };
    expect(verifyMatching(pinned, good)).toContain("pins");
  });

  it("never passes an assignment that is not the best, whatever certificate of the solver it borrows", () => {
    fc.assert(
      fc.property(fc.oneof(smallProblem(2), smallProblem(20)), (given) => {
        const best = solved(given);
        for (const choice of everyAssignment(given)) {
          const aims = aimsOf(given, choice);
          const worse = compareAims(aims, [best.pairs.length, best.score, best.spread]) > 0;
          const borrowed: Matching = {
            pairs: given.menteeIds.flatMap((menteeId, i) => {
              const mentor = given.mentors[choice[i] ?? -1];
              return mentor ? [{ menteeId, mentorId: mentor.id }] : [];
            }),
            unmatched: given.menteeIds.filter((_, i) => choice[i] === -1),
            score: aims[1],
            spread: aims[2],
            certificate: best.certificate,
          };
          expect(verifyMatching(given, borrowed).length === 0).toBe(!worse);
        }
      }),
      { numRuns: 150 },
    );
  });
});
