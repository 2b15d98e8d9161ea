import { describe, expect, it } from "vitest";
import { isOutOfDate, type PanelReportContent, reportWithout } from "#app/selection/panel-report.ts";
import type { RankingFigures } from "#app/selection/ranking-figures.ts";
import {
  balanceReasonNeeded,
  recommendationImpact,
  signReportSchema,
} from "#app/selection/report-balance.ts";

const figures = (inputsHash: string): RankingFigures => ({
  kind: "noScores",
  seed: 1,
  draws: 1,
  inputsHash,
  shortlistSize: 3,
  rows: [],
  orderHolds: [],
  agreement: null,
  notScored: [],
});
const found = (candidacyId: string, gender: "woman" | "man", outcome: "recommended" | "suitable") => ({
  candidacyId,
  gender,
  outcome,
  text: `What was found of ${candidacyId}`,
  findingVersion: 1,
});
const report: PanelReportContent = {
  v: 1,
  rubric: { hash: "aa", levels: 4, criteria: [] },
  composition: { level: "ASG", members: [], exceptions: [], exceptionReason: null },
  candidacies: [found("x", "woman", "recommended"), found("y", "man", "suitable")],
  figures: figures("of all"),
  balanceReason: "Nobody else met the minimum.",
};

describe("reportWithout", () => {
  it("is the report itself for who is recused from nobody", () => {
    expect(reportWithout(report, new Set(), figures("of fewer"))).toBe(report);
  });

  it("leaves no trace of a candidacy withheld: no row, no figure, no reason that may speak of it", () => {
    const cut = reportWithout(report, new Set(["x"]), figures("of fewer"));
    expect(JSON.stringify(cut)).not.toContain('"x"');
    expect(cut.figures.inputsHash).toBe("of fewer");
    expect(cut.balanceReason).toBeNull();
  });
});

describe("isOutOfDate", () => {
  it("tells when a finding was changed since, and not when a candidacy has none that is older", () => {
    const now = (x: number, y: number) => [
      { candidacyId: "x", version: x },
      { candidacyId: "y", version: y },
    ];
    expect(isOutOfDate(report, now(1, 1))).toBe(false);
    expect(isOutOfDate(report, now(1, 2))).toBe(true);
  });
});

describe("a shortlist's balance", () => {
  it("asks for a reason from three on without a woman or without a man", () => {
    expect(balanceReasonNeeded(["man", "man"])).toBe(false);
    expect(balanceReasonNeeded(["man", "man", "man"])).toBe(true);
    expect(balanceReasonNeeded(["woman", "woman", "another"])).toBe(true);
    expect(balanceReasonNeeded(["woman", "man", "man"])).toBe(false);
  });

  it("counts women and men from screening to recommendation", () => {
    expect(recommendationImpact(report.candidacies)).toMatchObject({
      kind: "countsOnly",
      group1: { selected: 1, total: 1 },
      group2: { selected: 0, total: 1 },
    });
  });
});

describe("signReportSchema", () => {
  const reportId = "0199d2c4-0000-7000-8000-000000000001";

  it("keeps a dissent's words, and none of who agrees", () => {
    expect(
      signReportSchema.parse({ reportId, manner: "agree", dissent: "typed, then thought better of" }),
    ).toEqual({
      reportId,
      dissent: null,
    });
    expect(signReportSchema.safeParse({ reportId, manner: "dissent", dissent: "no" }).success).toBe(false);
  });
});
