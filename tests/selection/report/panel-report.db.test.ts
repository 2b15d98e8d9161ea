import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as pdf } from "#app/routes/panels.$panelId_.report[.]pdf.tsx";
import { statedColumns } from "#app/selection/nomination/known-nominee.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readFinding, readFindingHistory } from "#app/selection/report/finding.queries.server.ts";
import type { WrittenFinding } from "#app/selection/report/finding.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  aFinding,
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
import { asked, browserOf } from "#tests/support/signed-in.ts";

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
  it("is the chair's, after the reveal, on the version last read", async () => {
    const story = await anOpenPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    const finding = aFinding(story, "suitable");
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

  it("recommends nobody below a criterion's minimum, and says nothing that does not fit the rubric", async () => {
    const story = await aRevealedPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    const write = (finding: WrittenFinding) => writeFinding(story.chair, { ...at, finding });
    expect(await write(aFinding(story, "recommended", [2]))).toMatchObject({
      refusal: { code: "belowMinimum", field: "outcome" },
    });
    const finding = aFinding(story, "suitable");
    expect(code(await write({ ...finding, criteria: finding.criteria.slice(1) }))).toBe("findingNotOfRubric");
    const unexplained = finding.criteria.map((one) => ({ ...one, reason: "" }));
    expect(await write({ ...finding, criteria: unexplained })).toMatchObject({
      refusal: { code: "departureReasonMissing", field: "criteria[0].reason" },
    });
    expect(code(await write({ ...finding, reasonCodes: ["provenRecord"] }))).toBe("findingReasonUnfounded");
    expect(await database().finding.count({ where: { candidacyId: at.candidacyId } })).toBe(0);
  });

  it("takes another's name, or a member's, only from who has seen that it stands there", async () => {
    const story = await aRevealedPanel();
    const [candidacyId = "", otherId = ""] = story.candidacyIds;
    const other = { where: { candidacies: { some: { id: otherId } } }, data: { familyName: "Adjei" } };
    await database().person.updateMany(other);
    const at = { panelId: story.panelId, candidacyId };
    const finding = aFinding(story, "suitable");
    const named = { ...finding, text: `${finding.text} Stronger than Adjei.` };
    expect(await writeFinding(story.chair, { ...at, finding: named })).toMatchObject({
      refusal: { code: "namesOthers", params: { names: "N Adjei" }, field: "namesSeen" },
    });
    const onMember = finding.criteria.map((one) => ({
      ...one,
      text: "Second saw it in the file, the others not.",
    }));
    expect(
      code(await writeFinding(story.chair, { ...at, finding: { ...finding, criteria: onMember } })),
    ).toBe("namesOthers");
    expect(code(await writeFinding(story.chair, { ...at, finding: { ...named, namesSeen: "on" } }))).toBe(
      "ok",
    );
  });

  it("keeps what stood before, the members' marks as they were, and no word of it in the record", async () => {
    const story = await aRevealedPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const at = { panelId: story.panelId, candidacyId };
    const marks = () =>
      database().scoreEntry.findMany({ orderBy: [{ sheetId: "asc" }, { criterionId: "asc" }] });
    const given = await marks();
    must(await writeFinding(story.chair, { ...at, finding: aFinding(story, "recommended") }));
    must(await writeFinding(story.chair, { ...at, finding: aFinding(story, "suitable", [3, 4], 1) }));
    expect(await marks()).toEqual(given);
    const history = await readFindingHistory(story.chair, story.panelId, candidacyId, 1);
    expect(history?.versions.map(({ version, outcome }) => [version, outcome])).toEqual([
      [2, "suitable"],
      [1, "recommended"],
    ]);
    const changed = history?.versions[0]?.changes;
    expect(changed).toMatchObject({ outcome: true, reasonCodes: true, text: false });
    expect(changed?.criteria).toHaveLength(Math.floor(story.criterionIds.length / 2));
    expect(changed?.criteria[0]).toMatchObject({ before: { level: 3 }, after: { level: 4 } });
    const page = await readFinding(story.chair, story.panelId, candidacyId);
    expect(page?.finding?.criteria).toHaveLength(story.criterionIds.length);
    const events = await database().recordEvent.findMany({
      where: { kind: "finding.written", subjectId: candidacyId },
    });
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events.map(({ canonical }) => canonical))).not.toContain("Borne out by the file");
    const broken = await checkData(database());
    const names = broken.map(({ rule }) => rule.name);
    expect(names).not.toContain("minimums-bind");
    expect(names).not.toContain("found-on-every-criterion");
    await database().finding.update({ where: { candidacyId }, data: { outcome: "recommended", version: 9 } });
    await database().findingCriterion.updateMany({ where: { candidacyId }, data: { level: 2 } });
    const after = (await checkData(database())).map(({ rule }) => rule.name);
    expect(after).toEqual(expect.arrayContaining(["minimums-bind", "found-on-every-criterion"]));
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

describe("a report's list", () => {
  /** Another nominee of the same vacancy, as the case stands. */
  async function another(story: PanelStory, state: "nominated" | "withdrawn" | "screenedOut") {
    const { vacancyId } = story;
    const email = `${randomUUID()}@example.org`;
    const person = await database().person.create({
      data: { givenName: "Left", familyName: `Out ${state}`, email, gender: "woman", nationalities: ["FI"] },
    });
    const { callId } = await database().nomination.findFirstOrThrow({ where: { vacancyId } });
    const nomination = await database().nomination.create({
      data: {
        ...{ callId, vacancyId, stateCode: "FI", personId: person.id, nominatedById: "fp", statement: "s" },
        ...statedColumns(person),
        certified: true,
        submissionKey: randomUUID(),
      },
    });
    const { id } = await database().candidacy.create({
      data: { vacancyId, personId: person.id, nominationId: nomination.id, state },
    });
    return id;
  }

  it("cannot close until every case for the vacancy has an outcome and its reason", async () => {
    const story = await aRevealedPanel();
    await findAll(story);
    const order = { panelId: story.panelId, balanceReason: "" };
    const open = await another(story, "nominated");
    const out = await another(story, "screenedOut");
    expect(await createReport(story.chair, order)).toMatchObject({
      refusal: { code: "outcomesMissing", params: { count: 2 } },
    });
    await database().candidacy.update({ where: { id: open }, data: { state: "withdrawn" } });
    const screening = { screenedById: "officer", passed: false, findings: [], note: "" };
    await database().screening.create({
      data: { candidacyId: out, ...screening, reasonCodes: ["yearsShort"] },
    });
    must(await createReport(story.chair, order));
    const seen = await readReport(story.officer, story.panelId);
    expect(seen?.report?.others).toEqual([
      { outcome: "screenedOut", codes: ["E1"], count: 1, names: ["Left Out screenedOut"] },
      { outcome: "withdrawn", codes: ["W2"], count: 1, names: ["Left Out nominated"] },
    ]);
    const members = await readReport(story.members[1] ?? story.chair, story.panelId);
    expect(members?.report?.others.map(({ count, names }) => [count, names])).toEqual([
      [1, []],
      [1, []],
    ]);
    expect(JSON.stringify(members)).not.toMatch(new RegExp(`Left|${open}|${out}`));
  });

  it("says how it was made, on every criterion, and is out of date once a member was recused since", async () => {
    const story = await aReport();
    const { content } = (await readReport(story.chair, story.panelId))?.report ?? {};
    expect(content).toMatchObject({ v: 2, method: { panels: "enumerated" }, conflicts: [] });
    const found = content?.v === 2 ? content.candidacies : [];
    expect(found.map(({ judges, criteria }) => [judges, criteria.length])).toEqual(
      story.candidacyIds.map(() => [3, story.criterionIds.length]),
    );
    const { id: memberId } = await database().panelMember.findFirstOrThrow({
      where: { panelId: story.panelId, chair: false },
    });
    const candidacyId = story.candidacyIds[2] ?? "";
    await database().conflict.create({ data: { memberId, candidacyId, source: "declared", note: "n" } });
    expect((await readReport(story.chair, story.panelId))?.report?.outOfDate).toBe(true);
    const { panelId, reportId } = story;
    expect(code(await signReport(story.chair, { panelId, reportId, dissent: null }))).toBe("reportOutOfDate");
  });
});

describe("the report as a PDF", () => {
  it("says what the page says to the same reader, by its reference alone, and is kept nowhere", async () => {
    const story = await aPanelWithRecusal();
    await findAll(story);
    must(await createReport(story.chair, { panelId: story.panelId, balanceReason: "" }));
    const open = async (actor: PanelStory["chair"]) => {
      const headers = await browserOf(actor);
      return pdf(asked(paths.reportPdf(story.panelId, "en"), headers, { panelId: story.panelId }));
    };
    const answer = await open(story.chair);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("content-disposition")).toMatch(/^inline; filename="[A-Za-z0-9-]+\.pdf"$/);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const stranger = await anAccount("panelMember", "Stranger");
    await expect(open(stranger)).rejects.toMatchObject({ status: 404 });
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
    expect(cut?.report?.content.composition.members.map(({ recusedFrom }) => recusedFrom)).toEqual([0, 0, 0]);
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
