import { describe, expect, it } from "vitest";
import type { RankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import { recommendedInOrder, reportOrder } from "#app/selection/report/report-order.ts";

const people = {
  a: { sortName: "Zulu Ama" },
  b: { sortName: "Abara Zoe" },
  c: { sortName: "Mensah Kofi" },
  d: { sortName: "Abara Ben" },
};
const candidacies = [
  { candidacyId: "d", outcome: "notRecommended" },
  { candidacyId: "c", outcome: "suitable" },
  { candidacyId: "a", outcome: "recommended" },
  { candidacyId: "b", outcome: "recommended" },
] as const;

const row = (candidacyId: string) => ({
  ...{ candidacyId, sheets: 3, observedMean: 3, fairAverage: 3, standardError: 0.1, shift: 0 },
  ...{ rank: 1, rankInterval: { best: 1, worst: 2 }, shortlistShare: 1 },
});
/** The first before the second in a share of draws. */
const report = (share: number) => ({
  people,
  content: {
    candidacies,
    figures: {
      ...{ kind: "ranked", seed: 1, draws: 100, inputsHash: "ff", shortlistSize: 2, notHeard: [] },
      ...{ rows: ["a", "b"].map(row), orderHolds: [share], agreement: null, notScored: [], notHeard: [] },
    } satisfies RankingFigures,
  },
});
const ids = (share: number) => reportOrder(report(share)).map(({ candidacyId }) => candidacyId);

describe("reportOrder", () => {
  it("goes by outcome, the recommended in the panel's order where that is sure, else by family name", () => {
    expect(ids(0.95)).toEqual(["a", "b", "c", "d"]);
    expect(ids(0.5)).toEqual(["b", "a", "c", "d"]);
    expect([recommendedInOrder(report(0.95)), recommendedInOrder(report(0.5))]).toEqual([true, false]);
  });

  it("is no order for one alone", () => {
    const { content } = report(1);
    const alone = candidacies.filter(({ candidacyId }) => candidacyId !== "b");
    expect(recommendedInOrder({ content: { ...content, candidacies: alone } })).toBeNull();
  });
});
