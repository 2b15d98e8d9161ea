import { describe, expect, it } from "vitest";
import type { RankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import {
  exceptionsIn,
  findingsIn,
  isOutOfDate,
  type NewReport,
  type PanelReportContent,
  panelReportSchema,
  reportWithout,
} from "#app/selection/report/panel-report.ts";
import {
  balanceReasonNeeded,
  recommendationImpact,
  signReportSchema,
} from "#app/selection/report/report-balance.ts";

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
  notHeard: [],
});
const found = (candidacyId: string, gender: "woman" | "man", outcome: "recommended" | "suitable") => ({
  candidacyId,
  gender,
  outcome,
  text: `What was found of ${candidacyId}`,
  findingVersion: 1,
});
const MEMBER = "0199d2c4-0000-7000-8000-00000000000a";
const member = (recusedFrom: number) => ({
  memberId: MEMBER,
  gender: "woman" as const,
  nationality: "JO",
  external: true,
  chair: true,
  recusedFrom,
});
const earlier: PanelReportContent = {
  v: 1,
  rubric: { hash: "aa", levels: 4, criteria: [] },
  composition: {
    level: "ASG",
    members: [member(1)],
    exceptions: ["external"],
    exceptionReason: "Nobody else was free.",
  },
  candidacies: [found("x", "woman", "recommended"), found("y", "man", "suitable")],
  figures: figures("of all"),
  balanceReason: "Nobody else met the minimum.",
};

const report: NewReport = {
  ...earlier,
  v: 2,
  composition: {
    level: "ASG",
    members: [member(1)],
    exceptions: [{ rule: "external", reason: "Nobody else was free." }],
  },
  rounds: {
    calibration: { held: true, reason: "", sheets: 3 },
    ...{ blind: false, interview: true, phases: [] },
    heard: ["x", "y"],
    passedOver: [{ candidacyId: "x", reason: "of x" }],
    balanceReason: "One of x",
  },
  conflicts: [{ memberId: MEMBER, source: "declared", count: 1 }],
  method: { model: "estimated", varianceMembers: 0.1, varianceResidual: 0.2, panels: "enumerated" },
  candidacies: earlier.candidacies.map((one) => ({
    ...one,
    judges: 3,
    reasonCodes: ["fitsMission"],
    criteria: [{ criterionId: MEMBER, level: 3, text: `On ${one.candidacyId}`, reason: "" }],
  })),
  others: [{ candidacyId: MEMBER, outcome: "screenedOut", codes: ["E1"] }],
};
const remade = { figures: figures("of fewer"), recusals: new Map([[MEMBER, 0]]) };

describe("a report kept before findings were written criterion by criterion", () => {
  it("is still read, with no finding on a criterion and its exceptions by the rule", () => {
    const id = (n: number) => `0199d2c4-0000-7000-8000-0000000000${n}0`;
    const kept = {
      ...earlier,
      candidacies: earlier.candidacies.map((one, n) => ({ ...one, candidacyId: id(n) })),
    };
    const read = panelReportSchema.parse(JSON.parse(JSON.stringify(kept)));
    expect(read).toEqual(kept);
    expect(findingsIn(read)[0]).toMatchObject({ criteria: [], reasonCodes: [], judges: 0 });
    expect(exceptionsIn(read)).toEqual(exceptionsIn(report));
  });
});

describe("reportWithout", () => {
  it("is the report itself for who is recused from nobody", () => {
    expect(reportWithout(report, new Set(), remade)).toBe(report);
  });

  it.each([report, earlier])(
    "leaves no trace of a candidacy withheld, in a report of version $v",
    (whole) => {
      const cut = reportWithout(whole, new Set(["x"]), remade);
      expect(JSON.stringify(cut)).not.toMatch(/"x"|of x|On x/);
      expect(cut.figures.inputsHash).toBe("of fewer");
      expect(cut.balanceReason).toBeNull();
      expect(cut.composition.members.map(({ recusedFrom }) => recusedFrom)).toEqual([0]);
      expect(cut).not.toMatchObject({ conflicts: [{ count: 1 }] });
    },
  );
});

describe("isOutOfDate", () => {
  it("tells when a finding was changed since, and not when a candidacy has none that is older", () => {
    const now = (x: number, y: number) => [
      { candidacyId: "x", version: x },
      { candidacyId: "y", version: y },
    ];
    const members = [{ id: MEMBER, recusedFrom: ["x", "of another panel"] }];
    expect(isOutOfDate(report, { findings: now(1, 1), members })).toBe(false);
    expect(isOutOfDate(report, { findings: now(1, 2), members })).toBe(true);
  });

  it("tells when a member was recused from one more since", () => {
    const findings = [...new Set(["x", "y"])].map((candidacyId) => ({ candidacyId, version: 1 }));
    const of = (recusedFrom: readonly string[]) =>
      isOutOfDate(report, { findings, members: [{ id: MEMBER, recusedFrom }] });
    expect(of(["y"])).toBe(false);
    expect(of(["x", "y"])).toBe(true);
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
