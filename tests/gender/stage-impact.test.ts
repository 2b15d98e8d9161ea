import { describe, expect, it } from "vitest";
import type { StageFigure } from "#app/gender/balance.ts";
import { countIn, readingOf, stageImpacts, withinVacancies } from "#app/gender/stage-impact.ts";

const COLUMNS = ["woman", "man", "total"] as const;
const stages = (...counts: readonly (readonly [number | null, number | null])[]): StageFigure[] =>
  counts.map(([woman, man], n) => ({
    stage: (["nominated", "consented", "screenedIn"] as const)[n] ?? "appointed",
    counts: [woman, man, woman === null || man === null ? null : woman + man],
  }));

const missing = (): never => {
  throw new Error("No step.");
};

describe("women against men at each arrow", () => {
  it("gives one figure for each arrow, women first", () => {
    const [first, second] = stageImpacts(stages([20, 20], [10, 20], [5, 5]), COLUMNS, 1);
    expect(first).toMatchObject({
      from: "nominated",
      to: "consented",
      impact: {
        kind: "judged",
        flagged: true,
        group1: { selected: 10, total: 20 },
        figures: { impactRatio: 0.5, lower: 1 },
      },
    });
    expect(second).toMatchObject({
      from: "consented",
      to: "screenedIn",
      impact: { figures: { impactRatio: 0.5, lower: 2 } },
    });
  });

  it("says too few below thirty, and gives counts only where a group is below five", () => {
    expect(stageImpacts(stages([9, 9], [3, 4]), COLUMNS, 1)[0]?.impact?.kind).toBe("tooFew");
    expect(stageImpacts(stages([4, 40], [3, 4]), COLUMNS, 1)[0]?.impact?.kind).toBe("countsOnly");
  });

  it("gives nothing of what is withheld, or on a base too small for a percentage", () => {
    expect(stageImpacts(stages([null, 40], [10, 20]), COLUMNS, 10)[0]?.impact).toBeNull();
    expect(stageImpacts(stages([40, 40], [10, null]), COLUMNS, 10)[0]?.impact).toBeNull();
    expect(stageImpacts(stages([9, 40], [8, 30]), COLUMNS, 10)[0]?.impact).toBeNull();
    expect(stageImpacts(stages([10, 40], [8, 30]), COLUMNS, 10)[0]?.impact).not.toBeNull();
    expect(stageImpacts(stages([0, 0], [0, 0]), COLUMNS, 1)[0]?.impact).toBeNull();
    expect(stageImpacts([], COLUMNS, 1)).toEqual([]);
  });

  it("reads a column that is not there as withheld", () => {
    const [figure] = stages([3, 4]);
    expect(figure && countIn(figure, COLUMNS, "man")).toBe(4);
    expect(figure && countIn(figure, COLUMNS, "other")).toBeNull();
  });

  it("looks at all steps of a line together", () => {
    const impacts = stageImpacts(stages([60, 60], [20, 45], [15, 30]), COLUMNS, 1);
    const [first, second] = impacts.map(({ impact }) =>
      impact && impact.kind !== "countsOnly" ? impact.figures.fisher : null,
    );
    expect(impacts[0]?.adjustedP).toBeCloseTo(2 * (first ?? 0), 12);
    expect(impacts[1]?.adjustedP).toBeCloseTo(second ?? 0, 12);
    expect(stageImpacts(stages([4, 60], [2, 45]), COLUMNS, 1)[0]?.adjustedP).toBeNull();
  });

  it("judges several vacancies within each, where their sum would mislead", () => {
    const tally = (woman: number, man: number) => ({ woman, man, another: 0, notStated: 0 });
    // Women were nominated for the vacancy in which few go on: in each of the two, as many of a hundred as of men.
    const vacancies = [
      [tally(60, 15), tally(12, 3)],
      [tally(15, 60), tally(12, 48)],
    ];
    const within = withinVacancies(vacancies);
    expect(within).toHaveLength(7);
    expect(within[0]?.difference).toBeCloseTo(0, 12);
    const pooled = stages([75, 75], [24, 51]);
    expect(readingOf(stageImpacts(pooled, COLUMNS, 1)[0] ?? missing())).toBe("flaggedClear");
    const [judged] = stageImpacts(pooled, COLUMNS, 1, within);
    expect(judged?.within?.p).toBeCloseTo(1, 12);
    expect(judged?.adjustedP).toBeCloseTo(1, 12);
    expect(readingOf(judged ?? missing())).toBe("flagged");
    expect(stageImpacts(stages([4, 75], [2, 51]), COLUMNS, 1, within)[0]?.within).toBeNull();
  });

  it("reads each step in no more than its numbers bear", () => {
    const reading = (...given: readonly (readonly [number | null, number | null])[]) =>
      stageImpacts(stages(...given), COLUMNS, 1)
        .map(readingOf)
        .join();
    expect(reading([60, 60], [20, 45])).toBe("flaggedClear");
    expect(reading([20, 20], [7, 10])).toBe("flagged");
    expect(reading([60, 60], [50, 52])).toBe("fine");
    expect(reading([900, 900], [750, 860])).toBe("clear");
    expect(reading([60, 60], [0, 0])).toBe("nobody");
    expect(reading([9, 9], [3, 4])).toBe("tooFew");
    expect(reading([4, 40], [3, 4])).toBe("countsOnly");
    expect(reading([null, 40], [3, 4])).toBe("notShown");
    expect(readingOf({ impact: null, adjustedP: null })).toBe("notShown");
  });
});
