import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPinConflicts, type PinConflict } from "#app/mentoring/matching/match-conflict.ts";
import type { MatchPair, MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import { prepareMatching } from "#app/mentoring/matching/match-proposal.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { mentee, mentor, programme } from "./match-people.ts";

const mentees = ["a", "b", "c"].map((id) => mentee({ id, personId: `p-${id}` }));
const mentors = [
  mentor({ id: "m1", personId: "p-m1", capacity: 1 }),
  mentor({ id: "m2", personId: "p-m2", capacity: 2 }),
  mentor({ id: "m3", personId: "p-m3", languages: [{ code: "es", level: 3 }] }),
];
const prepared = prepareMatching({ mentors, mentees, ties: [], programme });
const pair = (menteeId: string, mentorId: string): MatchPair => ({ menteeId, mentorId });
const kinds = (found: readonly PinConflict[]) => found.map(({ kind }) => kind);
const conflictsOf = (pinned: MatchPair[], accepted: MatchPair[] = [], declined: MatchPair[] = []) =>
  findPinConflicts(prepared, { pinned, accepted, declined });

describe("findPinConflicts", () => {
  it("finds nothing where the pins can hold, the same pin twice and a moot one included", () => {
    expect(conflictsOf([pair("a", "m1"), pair("a", "m1"), pair("gone", "m1")], [pair("b", "m2")])).toEqual(
      [],
    );
  });

  it("names the rules that exclude a pinned pair", () => {
    expect(conflictsOf([pair("a", "m3")])).toMatchObject([
      { kind: "rule", pairs: [pair("a", "m3")], rules: ["noCommonLanguage"] },
    ]);
  });

  it("names one pair more than there are places, and which of them were accepted", () => {
    const found = conflictsOf([pair("a", "m1"), pair("b", "m1")], [pair("c", "m1")]);
    expect(found).toMatchObject([{ kind: "capacity", places: 1, pairs: [pair("a", "m1"), pair("b", "m1")] }]);
    const answered = conflictsOf([pair("a", "m1")], [pair("c", "m1")]);
    expect(answered).toMatchObject([{ kind: "capacity", accepted: [pair("c", "m1")] }]);
  });

  it("names a mentor out of the pool, a declined pair, and a mentee held to two", () => {
    expect(kinds(conflictsOf([pair("a", "m9")]))).toEqual(["pool"]);
    expect(kinds(conflictsOf([pair("a", "m1")], [], [pair("a", "m1")]))).toEqual(["declined"]);
    expect(kinds(conflictsOf([pair("a", "m1"), pair("a", "m2")]))).toEqual(["twice"]);
  });

  const pins = fc.uniqueArray(
    fc.record({ menteeId: fc.constantFrom("a", "b", "c"), mentorId: fc.constantFrom("m1", "m2", "m3") }),
    { selector: ({ menteeId, mentorId }) => `${menteeId} ${mentorId}`, maxLength: 6 },
  );
  const solves = (pinned: readonly MatchPair[]) => {
    const problem: MatchProblem = { ...prepared.problem, pinned };
    return solveMatching(problem).ok;
  };

  it("finds something exactly where the solver would refuse", () => {
    fc.assert(
      fc.property(pins, (pinned) => {
        expect(conflictsOf(pinned).length === 0).toBe(solves(pinned));
      }),
    );
  });

  it("finds sets that contradict by themselves, and no longer with any one pair lifted", () => {
    fc.assert(
      fc.property(pins, (pinned) => {
        for (const { pairs } of conflictsOf(pinned)) {
          expect(solves(pairs)).toBe(false);
          for (const lifted of pairs) {
            const rest = pairs.filter((one) => one !== lifted);
            // A pair that a rule excludes stands in a set of its own.
            const alone = rest.filter((one) => solves([one]));
            expect(solves(alone)).toBe(true);
          }
        }
      }),
    );
  });
});
