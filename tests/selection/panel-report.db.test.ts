import { describe, expect, it } from "vitest";
import { createReport } from "#app/selection/create-report.server.ts";
import { panelTasks } from "#app/selection/panel-tasks.queries.server.ts";
import { readRanking } from "#app/selection/ranking.queries.server.ts";
import { readReport } from "#app/selection/report.queries.server.ts";
import { revealSheets } from "#app/selection/reveal-sheets.server.ts";
import { signReport } from "#app/selection/sign-report.server.ts";
import { writeFinding } from "#app/selection/write-finding.server.ts";
import { must } from "#tests/support/must.ts";
import {
  anInvitedPanel,
  anOpenPanel,
  aReport,
  aRevealedPanel,
  declare,
  findAll,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const titles = async (actor: PanelStory["chair"]) => (await panelTasks(actor)).map(({ title }) => title);
/** A revealed panel whose second member is recused from the first candidacy. */
async function aPanelWithRecusal() {
  const story = await anInvitedPanel();
  const [chair, second, third] = story.members;
  const withheld = story.candidacyIds[0] ?? "";
  if (!chair || !second || !third) throw new Error("three members");
  must(await declare(story, chair));
  must(await declare(story, second, [withheld]));
  must(await declare(story, third));
  await scoreAll(story);
  must(await revealSheets(chair, story));
  return { ...story, recused: second, withheld };
}

describe("writeFinding", () => {
  const finding = {
    version: 0,
    outcome: "suitable" as const,
    text: "The panel found the file thin on mediation and strong on management.",
  };

  it("is the chair's, after the reveal, on the version last read", async () => {
    const story = await anOpenPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    expect(code(await writeFinding(story.chair, { ...at, finding }))).toBe("notModerating");
    await scoreAll(story);
    must(await revealSheets(story.chair, story));
    expect(code(await writeFinding(story.members[1] ?? story.chair, { ...at, finding }))).toBe("notFound");
    const other = await aRevealedPanel();
    expect(code(await writeFinding(other.chair, { ...at, panelId: other.panelId, finding }))).toBe(
      "notFound",
    );
    const tabs = await Promise.all([1, 2].map(() => writeFinding(story.chair, { ...at, finding })));
    expect(tabs.map(code).toSorted()).toEqual(["findingChangedMeanwhile", "ok"]);
    expect(code(await writeFinding(story.chair, { ...at, finding: { ...finding, version: 1 } }))).toBe("ok");
  });
});

describe("createReport", () => {
  it("wants a finding on every candidacy", async () => {
    const story = await aRevealedPanel();
    const order = { panelId: story.panelId, balanceReason: "" };
    expect(await createReport(story.chair, order)).toMatchObject({
      refusal: { code: "findingsMissing", params: { count: 3 } },
    });
    expect(await titles(story.chair)).toEqual(["selection.task.findings"]);
    await findAll(story);
    expect(await titles(story.chair)).toEqual(["selection.task.makeReport"]);
    expect(code(await createReport(story.members[1] ?? story.chair, order))).toBe("notFound");
    expect(code(await createReport(story.chair, order))).toBe("ok");
  });

  it("wants a reason where a shortlist of three has no man", async () => {
    const women = ["UY", "GH", "NP"].map((state) => ({ gender: "woman" as const, state }));
    const story = await aRevealedPanel(women);
    await findAll(story, ["recommended"]);
    const order = { panelId: story.panelId, balanceReason: "" };
    expect(code(await createReport(story.chair, order))).toBe("balanceReasonMissing");
    const reason = "No man among the nominees was screened in.";
    expect(code(await createReport(story.chair, { ...order, balanceReason: reason }))).toBe("ok");
    expect((await readReport(story.chair, story.panelId))?.report?.content.balanceReason).toBe(reason);
  });

  it("quotes the figures of the ranking page, to the last digit", async () => {
    const story = await aReport();
    const page = await readRanking(story.chair, story.panelId);
    const report = (await readReport(story.chair, story.panelId))?.report;
    expect(page?.figures.kind).toBe("ranked");
    expect(report?.content.figures).toEqual(page?.figures);
  });
});

describe("readReport", () => {
  it("gives who is recused a report as if the candidacy had never been on the panel", async () => {
    const story = await aPanelWithRecusal();
    await findAll(story);
    must(await createReport(story.chair, { panelId: story.panelId, balanceReason: "" }));
    const cut = await readReport(story.recused, story.panelId);
    expect(JSON.stringify(cut)).not.toContain(story.withheld);
    expect(cut?.report?.content.figures.rows.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(cut?.maySign).toBe(true);
    const full = await readReport(story.officer, story.panelId);
    expect(
      full?.report?.content.composition.members.map(({ recusedFrom }) => recusedFrom).toSorted(),
    ).toEqual([0, 0, 1]);
  });

  it("is closed to decision makers until it is complete, and to strangers always", async () => {
    const story = await aReport();
    const decisionMaker = await anAccount("decisionMaker", "Decision maker");
    expect(await readReport(decisionMaker, story.panelId)).toBeNull();
    expect(await readReport(await anAccount("panelMember", "Stranger"), story.panelId)).toBeNull();
    for (const member of story.members)
      must(await signReport(member, { panelId: story.panelId, reportId: story.reportId, dissent: null }));
    expect((await readReport(decisionMaker, story.panelId))?.report?.version).toBe(1);
  });
});
