import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADVICE_LENGTH,
  anchorsAt,
  draftPoints,
  type FeedbackState,
  feedbackSchema,
  refuseFeedback,
  sideOf,
} from "#app/selection/decision/feedback.ts";

const [FIRST, SECOND] = ["0197d0b0-0000-7000-8000-000000000001", "0197d0b0-0000-7000-8000-000000000002"];
const ADVICE = "Lead a mission's planning cell for a year.";

const kept = (changes: { state?: FeedbackState; told?: boolean } = {}) => ({
  ...{ state: "awaitingReview" as const, version: 3, told: true },
  points: [
    { criterionId: FIRST, side: "strength" as const },
    { criterionId: SECOND, side: "development" as const },
  ],
  ...changes,
});
const text = (first: string, advice = ADVICE) => ({
  version: 3,
  points: [
    { criterionId: FIRST, text: first },
    { criterionId: SECOND, text: "Little is on file." },
  ],
  advice,
});
const unsaid = { names: ["Ama Boateng"], about: ["Kofi Mensah"], members: [], free: [] };
const codeOf = (...[state, words, hidden, releasing]: Parameters<typeof refuseFeedback>) =>
  refuseFeedback(state, words, hidden, releasing)?.code ?? "none";

describe("the side on which a level stands", () => {
  it("is a strength in the upper half of the scale, and to be developed below it or below the minimum", () => {
    const on = (levels: number, minimumLevel: number | null) => (level: number | null) =>
      sideOf(level, { levels, minimumLevel });
    expect([1, 2, 3, 4].map(on(4, null))).toEqual(["development", "development", "strength", "strength"]);
    expect([2, 3].map(on(5, null))).toEqual(["development", "strength"]);
    expect([3, 4].map(on(4, 4))).toEqual(["development", "strength"]);
    expect(on(4, 4)(null)).toBeNull();
  });
});

describe("a feedback's draft", () => {
  const level = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
  const found = fc.uniqueArray(
    fc.record({ criterionId: fc.uuid(), level, text: fc.string(), reason: fc.string() }),
    { selector: ({ criterionId }) => criterionId, maxLength: 12 },
  );

  it("holds the levels found and the panel's words, in the rubric's order, and nothing else of the finding", () => {
    fc.assert(
      fc.property(found, fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), (all, minimumLevel) => {
        const criteria = all
          .map(({ criterionId }) => ({ id: criterionId, minimumLevel, weight: 1 }))
          .reverse();
        const points = draftPoints(all, { levels: 4, criteria });
        expect(points.map(({ criterionId }) => criterionId)).toEqual(criteria.map(({ id }) => id));
        for (const point of points) {
          const one = all.find(({ criterionId }) => criterionId === point.criterionId);
          expect(Object.keys(point).toSorted()).toEqual(["criterionId", "level", "side", "text"]);
          expect([point.level, point.text]).toEqual([one?.level, one?.text]);
          expect(point.side === null).toBe(point.level === null);
        }
      }),
    );
  });

  it("leaves out what was found on no criterion of the rubric, and criteria without a finding", () => {
    const criteria = [{ id: FIRST, minimumLevel: null }];
    expect(draftPoints([{ criterionId: SECOND, level: 3, text: "" }], { levels: 4, criteria })).toEqual([]);
  });
});

describe("a level in the rubric's words", () => {
  const anchors = [
    { level: 1, en: "one", fr: "un" },
    { level: 2, en: "", fr: "" },
    { level: 3, en: "three", fr: "trois" },
  ];

  it("comes with the next that has words; the highest has none, nor has what was not observed", () => {
    const levels = (level: number | null) => {
      const { own, next } = anchorsAt(anchors, level);
      return [own?.level ?? null, next?.level ?? null];
    };
    expect([1, 2, 3, null].map(levels)).toEqual([
      [1, 3],
      [null, 3],
      [3, null],
      [null, null],
    ]);
  });
});

describe("what a feedback is refused for", () => {
  it("its state, another's change, a criterion missing or added, and the letter before it", () => {
    expect(codeOf(kept(), text("Clear."), unsaid, true)).toBe("none");
    expect(codeOf(kept({ state: "released" }), text("Clear."), unsaid, false)).toBe("feedbackReleased");
    expect(codeOf(kept({ state: "superseded" }), text("Clear."), unsaid, true)).toBe("feedbackSuperseded");
    expect(codeOf(kept(), { ...text("Clear."), version: 2 }, unsaid, true)).toBe("changedMeanwhile");
    for (const points of [[], [...text("a").points, { criterionId: FIRST, text: "again" }]])
      expect(codeOf(kept(), { ...text("Clear."), points }, unsaid, false)).toBe("changedMeanwhile");
    expect(codeOf(kept({ told: false }), text("Clear."), unsaid, true)).toBe("feedbackBeforeLetter");
    expect(codeOf(kept({ told: false }), text("Clear."), unsaid, false)).toBe("none");
  });

  it("no word on what to do about what is to be developed, when released", () => {
    expect(codeOf(kept(), text("Clear.", "Train."), unsaid, true)).toBe("adviceMissing");
    expect(codeOf(kept(), text("Clear.", "Train."), unsaid, false)).toBe("none");
    const strong = { ...kept(), points: kept().points.map((one) => ({ ...one, side: "strength" as const })) };
    expect(codeOf(strong, text("Clear.", ""), unsaid, true)).toBe("none");
  });

  it("a member's sentence, beside the field in which it stands", () => {
    const members = ["I have seldom seen a file as thin as this one on planning."];
    const answer = refuseFeedback(kept(), text(`It was said: ${members[0]}`), { ...unsaid, members }, true);
    expect(answer).toMatchObject({ code: "quoteInFeedback", field: "points[0].text" });
  });

  it("a name of another candidate or of a member, wherever it stands; never the candidate's own", () => {
    const name = fc
      .tuple(fc.stringMatching(/^[A-Z][a-z]{2,8}$/), fc.stringMatching(/^[A-Z][a-z]{3,9}$/))
      .map((parts) => parts.join(" "));
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 8 });
    fc.assert(
      fc.property(name, words, words, fc.constantFrom("first", "advice"), (other, before, after, where) => {
        const said = [...before, other, ...after].join(" ");
        const order = where === "first" ? text(said) : text("Clear.", `${ADVICE} ${said}`);
        for (const releasing of [true, false])
          expect(codeOf(kept(), order, { ...unsaid, names: [other] }, releasing)).toBe("namesInFeedback");
        expect(codeOf(kept(), order, { ...unsaid, names: [other], about: [other] }, true)).toBe("none");
      }),
    );
  });

  it("nothing that its schema takes passes unread: every text is trimmed, and levels cannot be posted", () => {
    const posted = feedbackSchema.parse({
      ...{ version: "3", intent: "release", advice: ` ${ADVICE} ` },
      points: [{ criterionId: FIRST, text: " a ", level: "4" }],
    });
    expect(posted.points).toEqual([{ criterionId: FIRST, text: "a" }]);
    expect(posted.advice.length).toBeGreaterThanOrEqual(ADVICE_LENGTH);
  });
});
