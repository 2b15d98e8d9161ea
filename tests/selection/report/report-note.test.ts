import { describe, expect, it } from "vitest";
import { formatter } from "#app/i18n/format.ts";
import { messages as english } from "#app/i18n/messages/en/catalogue.ts";
import { messages as french } from "#app/i18n/messages/fr/catalogue.ts";
import { translator } from "#app/i18n/translate.ts";
import { renderPdf } from "#app/platform/pdf.server.ts";
import type { NewReport } from "#app/selection/report/panel-report.ts";
import { reportNote } from "#app/selection/report/report-note.ts";
import type { ReportView } from "#app/selection/report/report-page.ts";

const id = (n: number) => `0199d2c4-0000-7000-8000-00000000000${n}`;
const found = (
  n: number,
  outcome: "recommended" | "suitable",
  reasonCodes: ["fitsMission" | "othersStronger"],
) => ({
  ...{ candidacyId: id(n), gender: "woman" as const, outcome, reasonCodes, judges: 3, findingVersion: 1 },
  text: `The whole finding on number ${n}.`,
  criteria: [
    { criterionId: id(9), level: 3, text: `Level three for ${n}.`, reason: n === 1 ? "Heard again." : "" },
  ],
});
const row = (n: number, rank: number) => ({
  ...{
    candidacyId: id(n),
    sheets: 3,
    observedMean: 3.1,
    fairAverage: 3.25,
    standardError: 0.125,
    shift: 0.15,
  },
  ...{ rank, rankInterval: { best: 1, worst: 2 }, shortlistShare: 0.75 },
});
const content: NewReport = {
  v: 2,
  rubric: {
    hash: "ab".repeat(32),
    levels: 4,
    criteria: [{ id: id(9), code: "C1", name: { en: "Leadership", fr: "Encadrement" }, weight: 1_000_000 }],
  },
  composition: {
    level: "ASG",
    members: [
      { memberId: id(7), gender: "woman", nationality: "JO", external: true, chair: true, recusedFrom: 2 },
    ],
    exceptions: [{ rule: "oneThird", reason: "Two men declined in the last week." }],
  },
  rounds: {
    calibration: { held: true, reason: "One member could not be reached.", sheets: 2 },
    ...{ blind: true, interview: true, heard: [id(2)], balanceReason: "" },
    phases: [{ phase: "desk", openedAt: "2026-05-01T08:00:00Z", closedAt: "2026-05-20T08:00:00Z" }],
    passedOver: [{ candidacyId: id(1), reason: "No command above a battalion." }],
  },
  conflicts: [{ memberId: id(7), source: "nationality", count: 2 }],
  method: { model: "estimated", varianceMembers: 0.0625, varianceResidual: 0.25, panels: "enumerated" },
  candidacies: [found(1, "suitable", ["othersStronger"]), found(2, "recommended", ["fitsMission"])],
  others: [],
  figures: {
    ...{ kind: "ranked", seed: 12345, draws: 10_000, inputsHash: "cd".repeat(32), shortlistSize: 1 },
    rows: [row(2, 1)],
    orderHolds: [],
    agreement: { alpha: 0.7, limits: [0.5, 0.8], reading: "tentative" },
    notScored: [],
    notHeard: [id(1)],
  },
  balanceReason: null,
};
const person = (name: string) => ({
  ...{ name, sortName: name, left: null },
  nominatingState: { nameEn: "Ghana", nameFr: "Ghana" },
});
const report: ReportView = {
  ...{ reportId: id(5), version: 2, createdAt: "2026-11-20T10:00:00.000Z", completedAt: null },
  ...{ outOfDate: false, partial: false, content },
  others: [{ outcome: "screenedOut", codes: ["E1"], count: 4, names: [] }],
  people: { [id(1)]: person("Ama Mensah"), [id(2)]: person("Lucía Silva") },
  states: { JO: { nameEn: "Jordan", nameFr: "Jordanie" } },
  members: { [id(7)]: "Chair Woman" },
  signatures: [
    {
      memberId: id(7),
      signedAt: "2026-11-21T10:00:00.000Z",
      dissents: true,
      dissent: "I read it otherwise.",
    },
  ],
};
const note = (locale: "en" | "fr", changes: Partial<ReportView> = {}) =>
  reportNote(
    {
      vacancy: {
        ...{ reference: "2026-MINURSO-srsg", level: "ASG" },
        roleKind: { nameEn: "Special Representative", nameFr: "Représentant(e) spécial(e)" },
        mission: { acronym: "MINURSO", nameEn: "Mission", nameFr: "Mission" },
      },
      wanting: [],
    },
    { ...report, ...changes },
    {
      t: translator(locale, locale === "en" ? english : french),
      format: formatter(locale, "UTC"),
      title: "Special Representative, MINURSO",
      url: "https://cadre.example/panels/x/report",
      now: new Date("2026-11-25T10:00:00.000Z"),
    },
  );

describe("reportNote", () => {
  it("puts each finding's words before its figures, and the recommended first", () => {
    const text = JSON.stringify(note("en").blocks);
    const at = (words: string) => {
      expect(text, words).toContain(words);
      return text.indexOf(words);
    };
    expect(at("Lucía Silva: recommended")).toBeLessThan(at("Ama Mensah: suitable"));
    expect(at("The whole finding on number 2.")).toBeLessThan(at("3.25 (standard error 0.13)"));
    at("1 (90% interval 1 to 2)");
    at("S1 · Others were found stronger for this post");
    at("Level three for 1. Departs from the marks: Heard again.");
  });

  it("says of whom was not interviewed just that, where others have their rank", () => {
    const facts = note("en").blocks.flatMap((block) => (block.kind === "facts" ? [block.items] : []));
    const ofNobodyHeard = facts.filter((items) => items.some(([, detail]) => detail === "Not interviewed"));
    expect(ofNobodyHeard).toEqual([
      [
        ["Nominated by", "Ghana"],
        ["Figures", "Not interviewed"],
      ],
    ]);
  });

  it("says who sat, what kept them out and how they dissent; how it was made; and how everybody else's case ended", () => {
    const text = JSON.stringify(note("en").blocks);
    for (const words of [
      ...[
        "Chair Woman (Chair)",
        "same nationality 2",
        "I read it otherwise.",
        "Two men declined in the last week.",
      ],
      ...["seed 12345, 10,000 draws", "0.0625", "cd".repeat(32), "ab".repeat(32)],
      ...["E1 · ", "screened out"],
    ])
      expect(text.toLowerCase()).toContain(words.toLowerCase());
  });

  it("prints in either language, what it may not say left out", async () => {
    const signature = {
      memberId: id(7),
      signedAt: "2026-11-21T10:00:00.000Z",
      dissents: true,
      dissent: null,
    };
    const partial = note("fr", { partial: true, signatures: [signature] });
    const text = JSON.stringify(partial.blocks);
    expect(text).not.toContain("I read it otherwise");
    expect(text).toContain("Encadrement");
    const pdf = await renderPdf(partial);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(5_000);
  });
});
