import { describe, expect, it } from "vitest";
import { withAnswers } from "#app/mentoring/matching/match-problem.ts";
import { explainUnmatched, prepareMatching } from "#app/mentoring/matching/match-proposal.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { mentee, mentor, programme } from "./match-people.ts";

describe("prepareMatching", () => {
  const prepared = prepareMatching({
    mentors: [
      mentor({ id: "m1", capacity: 1 }),
      mentor({ id: "m2", personId: "p-m2", capacity: 2, activePairs: 2 }),
      mentor({ id: "m3", personId: "p-m3", capacity: 1, activePairs: 0, stateCodes: ["CF"] }),
    ],
    mentees: [
      mentee({ id: "e1", preferredMentorIds: ["m1"] }),
      mentee({ id: "e2", personId: "p-e2", avoidMentorIds: ["m3"] }),
    ],
    ties: [{ kind: "vetted", mentorId: "m2", menteeId: "e2" }],
    programme,
  });

  it("scores what the rules allow and forbids the rest, free places being capacity less live pairs", () => {
    expect(prepared.problem.mentors).toEqual([
      { id: "m1", capacity: 1, held: 0 },
      { id: "m2", capacity: 0, held: 2 },
      { id: "m3", capacity: 1, held: 0 },
    ]);
    expect(prepared.problem.scores.map((row) => row.map((score) => score !== null))).toEqual([
      [true, false, false],
      [true, false, false],
    ]);
  });

  it("says of everybody left over which rule excluded whom, and who has the place", () => {
    const solved = solveMatching(prepared.problem);
    if (!solved.ok) throw new Error(solved.refusal.code);
    expect(solved.value.pairs).toEqual([{ menteeId: "e1", mentorId: "m1" }]);
    expect(explainUnmatched(prepared, solved.value)).toEqual([
      {
        menteeId: "e2",
        excluded: [
          { rule: "noFreePlace", mentorIds: ["m2"] },
          { rule: "vetted", mentorIds: ["m2"] },
          { rule: "nationalOfPartyToConflict", mentorIds: ["m3"] },
          { rule: "avoided", mentorIds: ["m3"] },
        ],
        taken: [{ mentorId: "m1", menteeIds: ["e1"] }],
        refused: [],
      },
    ]);
  });

  it("tells a refusal from a rule when the rest is solved again", () => {
    const refused = [{ menteeId: "e1", mentorId: "m1" }];
    const again = withAnswers(prepared.problem, { accepted: [], refused });
    const solved = solveMatching(again);
    if (!solved.ok) throw new Error(solved.refusal.code);
    expect(solved.value.pairs).toEqual([{ menteeId: "e2", mentorId: "m1" }]);
    expect(explainUnmatched(prepared, solved.value, again)[0]).toMatchObject({ taken: [], refused: ["m1"] });
  });
});
