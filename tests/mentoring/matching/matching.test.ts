import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { verifyMatching } from "#app/mentoring/matching/match-certificate.ts";
import { type Matching, type MatchProblem, withAnswers } from "#app/mentoring/matching/match-problem.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { bestByTryingAll } from "./match-brute-force.ts";
import { shuffled, smallProblem } from "./match-problems.ts";

const caseSchema = z.array(
  z.object({
    name: z.string(),
    input: z.object({
      weights: z.array(z.array(z.number())),
      capacity: z.array(z.number()),
      forbidden: z.array(z.array(z.number())),
    }),
    expected: z.object({ matched: z.number(), total: z.number() }),
  }),
);
const cases = caseSchema.parse(
  JSON.parse(readFileSync(new URL("../cases/matching.json", import.meta.url), "utf8")),
);

function solved(problem: MatchProblem): Matching {
  const answer = solveMatching(problem);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

/** Pins the pairs of the wanted indices, as far as rules and capacities let them. */
function withPins(problem: MatchProblem, wanted: readonly [number, number][]): MatchProblem {
  let pinned = problem.pinned;
  for (const [i, j] of wanted) {
    const [menteeId, mentorId] = [problem.menteeIds[i], problem.mentors[j]?.id];
    if (menteeId === undefined || mentorId === undefined) continue;
    const more = pinned.concat({ menteeId, mentorId });
    if (solveMatching({ ...problem, pinned: more }).ok) pinned = more;
  }
  return { ...problem, pinned };
}

const someProblem = fc
  .tuple(
    fc.oneof(smallProblem(2), smallProblem(30)),
    fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 })), { maxLength: 2 }),
  )
  .map(([problem, wanted]) => withPins(problem, wanted));

describe("solveMatching", () => {
  it.each(cases)("reaches the known optimum of $name", ({ input, expected }) => {
    const problem: MatchProblem = {
      menteeIds: input.weights.map((_, i) => `e${i}`),
      mentors: input.capacity.map((capacity, j) => ({ id: `m${j}`, capacity, held: 0 })),
      scores: input.weights.map((row, i) => row.map((w, j) => (input.forbidden[i]?.[j] ? null : w))),
      pinned: [],
    };
    const matching = solved(problem);
    expect(matching.pairs).toHaveLength(expected.matched);
    expect(matching.score).toBe(expected.total);
    expect(verifyMatching(problem, matching)).toEqual([]);
  });

  it("is the very assignment that trying all of them finds: matched, score, spread, stated order", () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        const matching = solved(problem);
        const best = bestByTryingAll(problem);
        expect([matching.pairs.length, matching.score, matching.spread]).toEqual(best?.aims);
        expect(matching.pairs).toEqual(best?.pairs);
        expect(verifyMatching(problem, matching)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives the same answer whatever the order of its rows and columns", () => {
    const order = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });
    const twice = someProblem.chain((problem) =>
      fc.tuple(fc.constant(problem), order(problem.menteeIds.length), order(problem.mentors.length)),
    );
    fc.assert(
      fc.property(twice, ([problem, rows, columns]) => {
        const [first, second] = [solved(problem), solved(shuffled(problem, rows, columns))];
        expect(second.pairs).toEqual(first.pairs);
        expect(second.unmatched).toEqual(first.unmatched);
      }),
    );
  });

  it("matches more people rather than reaching a higher total", () => {
    const matching = solved({
      menteeIds: ["ana", "ben"],
      mentors: [
        { id: "m1", capacity: 1, held: 0 },
        { id: "m2", capacity: 1, held: 0 },
      ],
      scores: [
        [10_000, 0],
        [0, null],
      ],
      pinned: [],
    });
    expect(matching.pairs).toEqual([
      { menteeId: "ana", mentorId: "m2" },
      { menteeId: "ben", mentorId: "m1" },
    ]);
  });

  it("spreads the load when scores are equal, counting the pairs already held", () => {
    const seats = [
      { id: "m1", capacity: 3, held: 2 },
      { id: "m2", capacity: 3, held: 0 },
    ];
    const scores = ["a", "b", "c"].map(() => [50, 50]);
    const matching = solved({ menteeIds: ["a", "b", "c"], mentors: seats, scores, pinned: [] });
    expect(matching.pairs.map((pair) => pair.mentorId).sort()).toEqual(["m1", "m2", "m2"].sort());
    expect(matching.spread).toBe(13);
  });

  it("matches all five of the NRMP's printed example, where every choice is a scarce one", () => {
    const lists = { Anderson: "C", Chen: "CM", Davis: "MCG", Eastman: "CMG", Ford: "CGM" };
    const accepts: Record<string, string[]> = {
      C: ["Eastman", "Anderson", "Chen", "Davis", "Ford"],
      G: ["Eastman", "Anderson", "Ford", "Davis"],
      M: ["Chen", "Ford"],
    };
    const matching = solved({
      menteeIds: Object.keys(lists),
      mentors: ["C", "G", "M"].map((id) => ({ id, capacity: 2, held: 0 })),
      scores: Object.entries(lists).map(([name, list]) =>
        ["C", "G", "M"].map((id) => {
          const [own, other] = [list.indexOf(id), accepts[id]?.indexOf(name) ?? -1];
          return own < 0 || other < 0 ? null : 10 - own - other;
        }),
      ),
      pinned: [],
    });
    expect(matching.unmatched).toEqual([]);
  });
});

describe("pinned and answered pairs", () => {
  const problem: MatchProblem = {
    menteeIds: ["a", "b"],
    mentors: [
      { id: "m1", capacity: 1, held: 0 },
      { id: "m2", capacity: 1, held: 1 },
    ],
    scores: [
      [90, 10],
      [80, null],
    ],
    pinned: [],
  };

  it("keeps accepted pairs, forbids refused ones, and solves the rest again", () => {
    const first = solved(problem);
    expect(first.pairs).toEqual([
      { menteeId: "a", mentorId: "m2" },
      { menteeId: "b", mentorId: "m1" },
    ]);
    const again = withAnswers(problem, {
      accepted: [{ menteeId: "b", mentorId: "m1" }],
      refused: [{ menteeId: "a", mentorId: "m2" }],
    });
    const second = solved(again);
    expect(second.pairs).toEqual([{ menteeId: "b", mentorId: "m1" }]);
    expect(second.unmatched).toEqual(["a"]);
    expect(verifyMatching(again, second)).toEqual([]);
  });

  it.each([
    ["pinForbidden", [{ menteeId: "b", mentorId: "m2" }]],
    ["pinUnknown", [{ menteeId: "x", mentorId: "m2" }]],
    [
      "pinTwice",
      [
        { menteeId: "a", mentorId: "m1" },
        { menteeId: "a", mentorId: "m2" },
      ],
    ],
    [
      "pinOverCapacity",
      [
        { menteeId: "a", mentorId: "m1" },
        { menteeId: "b", mentorId: "m1" },
      ],
    ],
  ])("refuses with %s rather than dropping a pin in silence", (code, pinned) => {
    const answer = solveMatching({ ...problem, pinned });
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });

  it("throws on answers about strangers and on malformed tables", () => {
    const stranger = { accepted: [{ menteeId: "x", mentorId: "m1" }], refused: [] };
    expect(() => withAnswers(problem, stranger)).toThrow(RangeError);
    expect(() => solveMatching({ ...problem, scores: [[1, 2]] })).toThrow(RangeError);
    expect(() => solveMatching({ ...problem, menteeIds: ["a", "a"] })).toThrow(RangeError);
    const fraction = [
      [0.5, 1],
      [1, 1],
    ];
    expect(() => solveMatching({ ...problem, scores: fraction })).toThrow(RangeError);
    const huge = [
      [Number.MAX_SAFE_INTEGER, 1],
      [1, 1],
    ];
    expect(() => solveMatching({ ...problem, scores: huge })).toThrow(/exact/);
  });
});
