import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedNeeds,
  changesAnything,
  changesBetween,
  countTeam,
} from "#app/selection/needs/needs-changes.ts";

const needs: ComparedNeeds = {
  phase: "steady",
  hostContext: "Two parties.",
  security: "Calm.",
  mandateTasks: ["Protection", "Elections"],
  languages: ["en", "fr"],
  items: [
    { criterionCode: "C1", level: 3, why: "Talks." },
    { criterionCode: "C2", level: 1, why: "Plans." },
  ],
};

const statement = fc.record({
  phase: fc.constantFrom("startUp", "steady"),
  hostContext: fc.string(),
  security: fc.string(),
  mandateTasks: fc.uniqueArray(fc.string(), { maxLength: 5 }),
  languages: fc.uniqueArray(fc.constantFrom("en", "fr", "ar"), { maxLength: 3 }),
  items: fc.uniqueArray(fc.constantFrom("C1", "C2", "C3")).chain((codes) =>
    fc.tuple(
      ...codes.map((criterionCode) =>
        fc.record({
          criterionCode: fc.constant(criterionCode),
          level: fc.integer({ min: 0, max: 3 }),
          why: fc.string(),
        }),
      ),
    ),
  ),
});

describe("two statements of needs", () => {
  it("that say the same in another order do not differ", () => {
    const same = { ...needs, mandateTasks: needs.mandateTasks.toReversed(), languages: ["fr", "en"] };
    expect(changesAnything(changesBetween(needs, same))).toBe(false);
  });

  it("differ in what was changed and in nothing else", () => {
    const changes = changesBetween(needs, {
      ...needs,
      phase: "drawdown",
      mandateTasks: ["Elections", "Handover"],
      languages: ["en", "ar"],
      items: [{ criterionCode: "C1", level: 3, why: "Talks go on." }],
    });
    expect(changes).toEqual({
      phase: { before: "steady", after: "drawdown" },
      hostContext: null,
      security: null,
      tasksAdded: ["Handover"],
      tasksRemoved: ["Protection"],
      languages: { before: ["en", "fr"], after: ["en", "ar"] },
      levels: [{ criterionCode: "C2", before: 1, after: 0 }],
      reasons: [
        { criterionCode: "C1", before: "Talks.", after: "Talks go on." },
        { criterionCode: "C2", before: "Plans.", after: "" },
      ],
    });
  });

  it("compared the other way round tell the same changes backwards", () => {
    fc.assert(
      fc.property(statement, statement, (one, other) => {
        const [there, back] = [changesBetween(one, other), changesBetween(other, one)];
        expect(back.tasksAdded).toEqual(there.tasksRemoved);
        expect(back.levels.map(({ before, after }) => [after, before])).toEqual(
          there.levels.map(({ before, after }) => [before, after]),
        );
        expect(changesAnything(back)).toBe(changesAnything(there));
        expect(changesAnything(changesBetween(one, one))).toBe(false);
      }),
    );
  });
});

describe("a leadership team", () => {
  it("is counted by gender as declared, with the posts that nobody holds", () => {
    const posts = [["woman"], ["man", "woman"], [], ["notStated"]].map((genders) => ({
      incumbents: genders.map((gender) => ({ gender })),
    }));
    expect(countTeam(posts)).toEqual({ women: 2, men: 1, others: 1, vacant: 1 });
  });
});
