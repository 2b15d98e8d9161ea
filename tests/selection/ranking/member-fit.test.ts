import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWEST_MARKS, memberFit } from "#app/selection/ranking/member-fit.ts";
import { scoreTable } from "#app/selection/ranking/rank-table.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";

const fitOf = (story: ReturnType<typeof panelStory>) => {
  const found = memberFit(scoreTable(story));
  if (found.kind !== "fitted") throw new Error(`no fit: ${found.reason}`);
  return found.members;
};

describe("how steadily members marked", () => {
  it("is near what the model foretells where all mark by one ability", () => {
    const members = fitOf(panelStory({ candidacies: 30, members: 5, criteria: 8 }));
    expect(members.map(({ memberId }) => memberId)).toEqual([0, 1, 2, 3, 4].map((n) => `member-${n}`));
    expect(members.every(({ reading }) => reading === "steady")).toBe(true);
    expect(members.reduce((sum, { measure }) => sum + measure, 0)).toBeCloseTo(0, 8);
  });

  it("flags the one whose marks say the contrary of all others, and reorders nothing", () => {
    const story = panelStory({ candidacies: 30, members: 5, criteria: 8 });
    const sheets = story.sheets.map((sheet) => {
      if (sheet.memberId !== "member-2") return sheet;
      const scores = Object.entries(sheet.scores).map(([id, level]) => [id, level && 5 - level] as const);
      return { ...sheet, scores: Object.fromEntries(scores) };
    });
    const erratic = fitOf({ ...story, sheets }).filter(({ reading }) => reading === "erratic");
    expect(erratic.map(({ memberId }) => memberId)).toContain("member-2");
  });

  it("is not read from a handful of marks", () => {
    const members = fitOf(panelStory({ candidacies: 4, members: 3, criteria: 4, seed: 2 }));
    for (const { marks, reading } of members) {
      expect(marks).toBeLessThan(FEWEST_MARKS);
      expect(reading).toBe("tooFewMarks");
    }
  });

  it("is not defined for one member, nor where every mark is the same", () => {
    const alone = scoreTable(panelStory({ candidacies: 5, members: 1, criteria: 4 }));
    expect(memberFit(alone)).toEqual({ kind: "undefined", reason: "oneMember" });
    const story = panelStory({ candidacies: 5, members: 3, criteria: 4 });
    const sheets = story.sheets.map((sheet) => ({
      ...sheet,
      scores: Object.fromEntries(Object.keys(sheet.scores).map((id) => [id, 3])),
    }));
    expect(memberFit(scoreTable({ ...story, sheets }))).toEqual({ kind: "undefined", reason: "noVariation" });
  });

  it("counts every mark observed of sheets that count, once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const table = scoreTable(
          panelStory({
            ...{ candidacies: 8, members: 4, criteria: 6, seed },
            recused: 0.1,
            unobserved: 0.05,
          }),
        );
        const found = memberFit(table);
        if (found.kind !== "fitted") return;
        const marks = table.sheets
          .flatMap((sheet) => Object.values(sheet.marks))
          .filter((mark) => mark !== null);
        expect(found.members.reduce((sum, one) => sum + one.marks, 0)).toBe(marks.length);
      }),
      { numRuns: 20 },
    );
  });
});
