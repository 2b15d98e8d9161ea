import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { readCall, readPublishedRubric } from "#app/selection/call/call.queries.server.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { computeRanking } from "#app/selection/ranking/ranking-computation.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readFindingHistory } from "#app/selection/report/finding.queries.server.ts";
import { readReportView } from "#app/selection/report/report-view.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { beginRubricChange, discardRubricChange } from "#app/selection/rubric/begin-rubric-change.server.ts";
import { publishRubricChange } from "#app/selection/rubric/publish-rubric-change.server.ts";
import { readRubricChange } from "#app/selection/rubric/rubric-change.queries.server.ts";
import { type DraftRow, draftIn } from "#app/selection/rubric/rubric-draft.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { readRubricVersions } from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { valuesIn, workshopDefaults } from "#app/selection/rubric/rubric-workshop-values.ts";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { readSheetHistory } from "#app/selection/sheet/sheet-history.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { must } from "#tests/support/must.ts";
import {
  aFinding,
  anInterviewPanel,
  anOpenPanel,
  aReport,
  aRevealedPanel,
  aSheet,
  findAll,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { anOpenCall } from "#tests/support/selection-story.ts";

const REASON = "Two criteria were read in different ways by the members.";
const DUE = "2099-12-31";

/** Drafts another version, in which the last criterion is left out and what it weighed goes to the first. */
async function draft(officer: Actor, vacancyId: string) {
  const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
  const { criteria } = await database().rubric.findUniqueOrThrow({
    where: { id: rubricId },
    select: { criteria: { orderBy: { position: "asc" } } },
  });
  const [first, last] = [criteria[0], criteria.at(-1)];
  if (!first || !last) throw new Error("no criteria");
  await database().criterion.delete({ where: { id: last.id } });
  await database().criterion.update({
    where: { id: first.id },
    data: { weight: first.weight + last.weight },
  });
  const workshop = await readWorkshop(database(), rubricId);
  return { rubricId, version: workshop?.rubric.version ?? 0, dropped: last.code };
}

/** The same in the workshop, for a rubric of the library: the first criterion chosen weighs more. */
async function draftInWorkshop(officer: Actor, vacancyId: string) {
  const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
  const workshop = await readWorkshop(database(), rubricId);
  if (!workshop) throw new Error("no draft");
  const typed = draftIn(valuesIn(workshopDefaults(workshop)), workshop.offered.length);
  const first = typed.criteria.find((row) => row.chosen)?.code;
  const criteria = typed.criteria.map(
    (row): DraftRow => ({
      ...row,
      baseWeight: row.code === first ? row.baseWeight + 5 : row.baseWeight,
    }),
  );
  const order = { rubricId, version: workshop.rubric.version, draft: { ...typed, criteria } };
  return { rubricId, version: must(await saveRubric(officer, order)).version };
}

const publish = (actor: Actor, vacancyId: string, version: number, reason = REASON, dueOn = DUE) =>
  publishRubricChange(actor, { vacancyId, version, reason, dueOn });

async function changed(story: Pick<PanelStory, "officer" | "vacancyId">) {
  const made = await draft(story.officer, story.vacancyId);
  must(await publish(story.officer, story.vacancyId, made.version));
  return made;
}

const inForce = (vacancyId: string) =>
  database().rubric.findUniqueOrThrow({
    where: { vacancyId },
    select: {
      id: true,
      hash: true,
      criteria: { orderBy: { position: "asc" }, select: { id: true, code: true } },
    },
  });
const panelOf = async (story: PanelStory) => {
  const panel = await loadPanel(database(), story.panelId);
  if (!panel) throw new Error("no panel");
  return panel;
};
const standing = async (story: PanelStory): Promise<PanelStory> => ({
  ...story,
  criterionIds: (await inForce(story.vacancyId)).criteria.map(({ id }) => id),
});

describe("a published rubric that is changed", () => {
  it("is drafted beside the one in force, which stays in force until the other is published", async () => {
    const { officer, vacancyId } = await anOpenPanel();
    const before = await inForce(vacancyId);
    const { rubricId, version } = await draft(officer, vacancyId);
    expect(await inForce(vacancyId)).toEqual(before);
    expect(must(await beginRubricChange(officer, { vacancyId }))).toEqual({ rubricId });
    const page = await readRubricChange(officer, before.id);
    expect(page?.next).toEqual({ id: rubricId, version });
    must(await discardRubricChange(officer, { vacancyId }));
    expect(await readWorkshop(database(), rubricId)).toBeNull();
    expect(await discardRubricChange(officer, { vacancyId })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("is published with its own hash; both are readable, comparable and named to everybody with the reason", async () => {
    const { officer, vacancyId } = await anOpenCall();
    const before = await inForce(vacancyId);
    const { rubricId, version } = await draftInWorkshop(officer, vacancyId);
    expect((await readRubricChange(officer, rubricId))?.comparison?.changed).not.toEqual([]);
    const { callId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    const writer = (await anAccount("focalPoint", "Writer")).userId ?? "";
    const by = { createdById: writer, updatedById: writer };
    await database().nomineeDraft.create({ data: { callId: callId ?? "", content: {}, ...by } });
    must(await publish(officer, vacancyId, version, REASON, ""));
    const { email } = await database().user.findUniqueOrThrow({ where: { id: writer } });
    const told = await database().outgoingMail.findMany({
      where: { dedupeKey: { startsWith: "rubricChanged:", endsWith: email } },
    });
    expect(told).toHaveLength(1);
    const after = await inForce(vacancyId);
    expect(after.id).toBe(rubricId);
    expect(after.hash).not.toBe(before.hash);
    const vacancy = await database().vacancy.findUniqueOrThrow({
      where: { id: vacancyId },
      select: { callId: true, reference: true },
    });
    const shown = (await readCall(vacancy.callId ?? "")).vacancies.find(({ id }) => id === vacancyId);
    expect(shown?.rubric.hash).toBe(after.hash);
    expect(shown?.rubricChanges).toMatchObject([
      { hashBefore: before.hash, hashAfter: after.hash, reason: REASON },
    ]);
    for (const hash of [before.hash, after.hash]) {
      const text = await readPublishedRubric(null, vacancy.reference, hash);
      expect(text && rubricHash(text)).toBe(hash);
    }
    const compared = await readRubricVersions(officer, { rubricId, before: 1, after: version, page: 1 });
    expect(compared?.compared.contents.every(Boolean)).toBe(true);
    expect(
      await readRubricVersions(officer, { rubricId: before.id, before: null, after: null, page: 1 }),
    ).toMatchObject({
      owner: { standing: "former", draft: false },
    });
    const events = await database().recordEvent.findMany({
      where: { subjectId: vacancyId, kind: "rubric.changed" },
    });
    expect(events).toHaveLength(1);
  });

  it("sets aside every sheet, finding and report, and no figure holds an old mark", async () => {
    const story = await aReport();
    const { panelId, vacancyId, chair, officer } = story;
    const [candidacyId = ""] = story.candidacyIds;
    const old = await computeRanking(await panelOf(story), story.candidacyIds);
    const sheets = await database().scoreSheet.findMany({ where: { member: { panelId } } });
    const versions = await database().findingVersion.findMany({ where: { candidacy: { vacancyId } } });
    const oldCriteria = new Set(story.criterionIds);
    await changed(story);
    const panel = await panelOf(story);
    expect(panel).toMatchObject({
      phase: "desk",
      vacancyState: "assessment",
      revealedAt: null,
      comparedAt: null,
    });
    expect(await readReportView(officer, panel)).toBeNull();
    expect(await database().finding.count({ where: { candidacy: { vacancyId } } })).toBe(0);
    expect(await computeRanking(panel, story.candidacyIds)).not.toEqual(old);
    // Nothing is deleted: the same sheets, the same versions of findings, the report.
    const kept = await database().scoreSheet.findMany({ where: { member: { panelId } } });
    expect(kept.map(({ id }) => id).toSorted()).toEqual(sheets.map(({ id }) => id).toSorted());
    expect(kept.every(({ supersededById }) => supersededById !== null)).toBe(true);
    const stay = await database().findingVersion.findMany({ where: { candidacy: { vacancyId } } });
    expect(stay.map(({ supersededById: _, ...one }) => one)).toEqual(
      versions.map(({ supersededById: _, ...one }) => one),
    );
    expect(await database().panelReport.count({ where: { vacancyId, supersededById: { not: null } } })).toBe(
      1,
    );
    expect(
      await database().stageEvent.count({
        where: { stage: { in: ["scored", "shortlisted"] }, candidacy: { vacancyId } },
      }),
    ).toBe(0);
    // Scored anew: every figure is of criteria in force.
    const anew = await standing(story);
    await scoreAll(anew);
    must(await revealSheets(chair, story));
    const again = await computeRanking(await panelOf(story), story.candidacyIds);
    expect(again.inputsHash).not.toBe(old.inputsHash);
    expect(JSON.stringify(again.ranking)).not.toMatch(new RegExp([...oldCriteria].join("|")));
    await findAll(anew);
    expect(
      await database().findingCriterion.count({ where: { criterionId: { in: [...oldCriteria] } } }),
    ).toBe(0);
    const { reportId } = must(await createReport(chair, { panelId, balanceReason: "" }));
    const report = await readReportView(officer, await panelOf(story));
    expect(report?.reportId).toBe(reportId);
    expect(report?.content).toMatchObject({ rubricChanges: [{ reason: REASON }] });
    expect(report?.content.rubric.criteria.some(({ id }) => oldCriteria.has(id))).toBe(false);
    const history = await readFindingHistory(officer, panelId, candidacyId, 1);
    expect(history?.versions.map((one) => one.version)).toEqual([2, 1]);
  });

  it("leaves the sheets before readable as they were, with their receipts", async () => {
    const story = await aRevealedPanel();
    const { panelId, officer, chair } = story;
    const [candidacyId = ""] = story.candidacyIds;
    must(await writeFinding(chair, { panelId, candidacyId, finding: aFinding(story, "suitable", [1]) }));
    const first = (await readSheet(chair, panelId, candidacyId))?.receipt;
    const before = await readSheetHistory(officer, panelId, candidacyId, { sheet: null, page: 1 });
    await changed(story);
    const own = await readSheetHistory(chair, panelId, candidacyId, { sheet: null, page: 1 });
    expect(own?.sheets).toMatchObject([{ superseded: true }]);
    expect(own?.versions.map(({ how }) => how)).toEqual(["superseded", "submitted"]);
    const seen = await readSheetHistory(officer, panelId, candidacyId, { sheet: null, page: 1 });
    expect(seen?.sheets).toHaveLength(before?.sheets.length ?? -1);
    expect(seen?.versions.at(-1)).toEqual(before?.versions.at(-1));
    expect(await database().recordEvent.count({ where: { id: first?.id ?? "" } })).toBe(1);
    expect((await readFindingHistory(officer, panelId, candidacyId, 1))?.versions).toHaveLength(1);
    expect(await readFindingHistory(chair, panelId, candidacyId, 1)).toBeNull();
    expect((await readRubricChange(officer, (await inForce(story.vacancyId)).id))?.setAside).toHaveLength(3);
  });

  it("keeps to others what was not open when it was changed", async () => {
    const story = await anOpenPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const { panelId, officer, chair } = story;
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(story, [3]) }));
    await changed(story);
    expect(await readSheetHistory(officer, panelId, candidacyId, { sheet: null, page: 1 })).toBeNull();
  });

  it("offers a member their own marks on unchanged criteria, and submits none of them", async () => {
    const story = await anOpenPanel();
    const { panelId, chair, vacancyId } = story;
    const [candidacyId = ""] = story.candidacyIds;
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(story, [3, 2]) }));
    const { dropped } = await changed(story);
    const { criteria } = await inForce(vacancyId);
    const sheet = await readSheet(chair, panelId, candidacyId);
    expect(sheet).toMatchObject({ version: 0, submittedAt: null, carried: criteria.length, receipt: null });
    expect(criteria.map(({ code }) => code)).not.toContain(dropped);
    expect(sheet?.entries.map(({ criterionId }) => criterionId).toSorted()).toEqual(
      criteria.map(({ id }) => id).toSorted(),
    );
    expect(await database().scoreSheet.count({ where: { member: { panelId }, supersededById: null } })).toBe(
      0,
    );
    const [, second] = story.members;
    expect((await readSheet(second ?? chair, panelId, candidacyId))?.entries).toEqual([]);
    const old = await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(story, [3]) });
    expect(old).toMatchObject({ refusal: { code: "sheetNotOfRubric" } });
    const anew = await standing(story);
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(anew, [4]) }));
  });

  it("tells members and candidates, each once", async () => {
    const story = await anOpenPanel();
    await changed(story);
    const { id } = await database().rubricChange.findFirstOrThrow({ where: { vacancyId: story.vacancyId } });
    const told = await database().outgoingMail.findMany({
      where: { dedupeKey: { contains: id } },
      select: { dedupeKey: true },
    });
    const to = (kind: string) => told.filter(({ dedupeKey }) => dedupeKey?.startsWith(kind)).length;
    expect(to("scoringReopened")).toBe(story.members.length);
    expect(to("rubricChanged")).toBe(story.candidacyIds.length);
  });
});

describe("a change of a published rubric is refused", () => {
  it("to everybody but the secretariat", async () => {
    const { vacancyId, chair, officer } = await anOpenPanel();
    const { version } = await draft(officer, vacancyId);
    const auditor = await anAccount("auditor", "Auditor");
    for (const other of [chair, auditor]) {
      expect(await beginRubricChange(other, { vacancyId })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
      expect(await publish(other, vacancyId, version)).toMatchObject({ refusal: { code: "notPermitted" } });
      expect(await discardRubricChange(other, { vacancyId })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
    }
    const { id } = await inForce(vacancyId);
    expect(await readRubricChange(chair, id)).toBeNull();
    expect(await readRubricChange(auditor, id)).not.toBeNull();
  });

  it("without a reason, without a day, without a difference", async () => {
    const { vacancyId, officer } = await anOpenPanel();
    const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
    const { version } = await database().rubric.findUniqueOrThrow({ where: { id: rubricId } });
    const refusedBy = async (answer: ReturnType<typeof publish>) => {
      const given = await answer;
      return given.ok ? null : given.refusal.code;
    };
    expect(await refusedBy(publish(officer, vacancyId, version))).toBe("rubricUnchanged");
    const changed = await draft(officer, vacancyId);
    expect(await refusedBy(publish(officer, vacancyId, changed.version, "Too short"))).toBe(
      "rubricChangeReason",
    );
    expect(await refusedBy(publish(officer, vacancyId, changed.version, REASON, ""))).toBe("rubricDueOn");
    expect(await refusedBy(publish(officer, vacancyId, version - 1))).toBe("rubricChangedMeanwhile");
  });

  it("once a member has signed the report", async () => {
    const story = await aReport();
    const { officer, vacancyId, panelId, reportId, chair } = story;
    const { version } = await draft(officer, vacancyId);
    must(await signReport(chair, { panelId, reportId, dissent: null }));
    expect(await publish(officer, vacancyId, version)).toMatchObject({
      refusal: { code: "rubricReportSigned" },
    });
    expect(await beginRubricChange(officer, { vacancyId })).toMatchObject({
      refusal: { code: "rubricReportSigned" },
    });
  });

  it("where it would leave an interview nothing to judge", async () => {
    const { officer, vacancyId } = await anInterviewPanel();
    const { rubricId, version } = await draft(officer, vacancyId);
    await database().criterion.updateMany({ where: { rubricId }, data: { stage: "desk" } });
    expect(await publish(officer, vacancyId, version)).toMatchObject({
      refusal: { code: "rubricWithoutInterview" },
    });
  });

  it("by the database itself where it is not replaced but changed", async () => {
    const { vacancyId } = await anOpenPanel();
    const { id } = await inForce(vacancyId);
    await expect(database().rubric.update({ where: { id }, data: { levels: 7 } })).rejects.toThrow(/frozen/);
  });
});

describe("at once", () => {
  it("two officers publish: one change is made", async () => {
    const story = await aRevealedPanel();
    const { version } = await draft(story.officer, story.vacancyId);
    const other = await anAccount("secretariat", "Other");
    const answers = await Promise.all([
      publish(story.officer, story.vacancyId, version),
      publish(other, story.vacancyId, version),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().rubricChange.count({ where: { vacancyId: story.vacancyId } })).toBe(1);
  });

  it("members submit while it is published: no sheet under the rubric before is left standing", async () => {
    const story = await anOpenPanel();
    const { panelId, vacancyId, officer } = story;
    const { version } = await draft(officer, vacancyId);
    const submit = (member: Actor, candidacyId: string) =>
      submitScoreSheet(member, { panelId, candidacyId, sheet: aSheet(story, [3]) });
    const [published] = await Promise.all([
      publish(officer, vacancyId, version),
      ...story.members.flatMap((member) => story.candidacyIds.map((id) => submit(member, id))),
    ]);
    must(published ?? { ok: false, refusal: { code: "none", params: {} } });
    const standing = await database().scoreEntry.count({
      where: { criterionId: { in: [...story.criterionIds] }, sheet: { supersededById: null } },
    });
    expect(standing).toBe(0);
  });
});
