import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criterionAverages } from "#app/selection/ranking/criterion-averages.ts";
import { scoreTable } from "#app/selection/ranking/rank-table.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import { panelStory } from "#tests/selection/panel/panel-story.ts";

const sheet = (candidacyId: string, memberId: string, a: number | null, b: number | null) => ({
  candidacyId,
  memberId,
  scores: { a, b, weighty: 3 },
});
const criteria = [
  { id: "a", weight: 100_000 },
  { id: "b", weight: 100_000 },
  { id: "weighty", weight: 800_000 },
];
const averages = (sheets: Parameters<typeof scoreTable>[0]["sheets"]) =>
  new Map(
    criterionAverages(scoreTable({ criteria, levels: 4, sheets })).map((one) => [one.criterionId, one]),
  );

describe("averages on each criterion", () => {
  it("are plain means where everybody scored everybody", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const table = scoreTable(panelStory({ candidacies: 6, members: 4, criteria: 3, seed }));
        for (const { kind, cells } of criterionAverages(table)) {
          expect(kind).toBe("fitted");
          for (const { observedMean, fairAverage, marks } of Object.values(cells)) {
            expect(marks).toBe(4);
            expect(fairAverage).toBeCloseTo(observedMean ?? Number.NaN, 9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("of a rubric of one criterion are the averages of the sheets, standard errors too", () => {
    const story = panelStory({ candidacies: 9, members: 4, criteria: 1, recused: 0.25, seed: 3 });
    const table = scoreTable(story);
    const whole = fairAverages(table.scores);
    const [only] = criterionAverages(table);
    table.candidacyIds.forEach((id, i) => {
      expect(only?.cells[id]?.fairAverage).toBeCloseTo(whole.fair[i] ?? Number.NaN, 12);
      expect(only?.cells[id]?.standardError).toBeCloseTo(whole.standardErrors[i] ?? Number.NaN, 12);
    });
  });

  it("leave out who did not observe, and say where nobody did", () => {
    const found = averages([
      sheet("p", "x", 4, null),
      sheet("p", "y", 2, null),
      sheet("q", "x", 3, null),
      sheet("q", "y", null, null),
    ]);
    expect(found.get("a")).toMatchObject({
      kind: "fitted",
      cells: { p: { marks: 2, observedMean: 3 }, q: { marks: 1, observedMean: 3 } },
    });
    const unseen = { marks: 0, observedMean: null, fairAverage: null, standardError: null };
    expect(found.get("b")).toEqual({
      criterionId: "b",
      kind: "notObserved",
      cells: { p: unseen, q: unseen },
    });
  });

  it("are not made fair where a criterion's own marks compare nobody, though the sheets do", () => {
    const found = averages([
      sheet("p", "x", 4, 1),
      sheet("p", "y", null, 2),
      sheet("q", "x", null, 3),
      sheet("q", "y", 3, 4),
    ]);
    expect(found.get("a")).toMatchObject({
      kind: "notConnected",
      cells: { p: { observedMean: 4, fairAverage: null, standardError: null } },
    });
    expect(found.get("b")?.kind).toBe("fitted");
  });

  it("have no standard error where nothing was scored twice, and none of 0", () => {
    const found = averages([sheet("p", "x", 4, 2), sheet("q", "x", 3, 2)]);
    expect(found.get("a")?.cells.p).toEqual({
      marks: 1,
      observedMean: 4,
      fairAverage: 4,
      standardError: null,
    });
  });

  it("of marks that are all the same are that mark, without an error that could be told", () => {
    const found = averages([
      sheet("p", "x", 3, 2),
      sheet("p", "y", 3, 2),
      sheet("q", "x", 3, 2),
      sheet("q", "y", 3, 2),
    ]);
    expect(found.get("a")?.cells.q).toEqual({
      marks: 2,
      observedMean: 3,
      fairAverage: 3,
      standardError: null,
    });
  });
});
