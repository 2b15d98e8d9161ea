import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { setShortlist } from "#app/selection/interview/set-shortlist.server.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { computeRanking } from "#app/selection/ranking/ranking-computation.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readFindingHistory } from "#app/selection/report/finding.queries.server.ts";
import { readReportView } from "#app/selection/report/report-view.queries.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { readRubricChange } from "#app/selection/rubric/rubric-change.queries.server.ts";
import { agreeLevels } from "#app/selection/sheet/lead-calibration.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { setSample } from "#app/selection/sheet/set-sample.server.ts";
import { readSheetHistory } from "#app/selection/sheet/sheet-history.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { submitSample } from "#app/selection/sheet/write-sample-sheet.server.ts";
import { must } from "#tests/support/must.ts";
import {
  aComparedPanel,
  aFinding,
  anOpenPanel,
  aPanel,
  aReport,
  aRevealedPanel,
  aSheet,
  declare,
  findAll,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import {
  CHANGE_REASON,
  changeRubric,
  panelOf,
  rubricInForce,
  underRubricInForce,
} from "#tests/support/rubric-change-story.ts";

describe("a panel whose rubric is changed", () => {
  it("sets aside every sheet, finding and report, and no figure holds an old mark", async () => {
    const story = await aReport();
    const { panelId, vacancyId, chair, officer } = story;
    const [candidacyId = ""] = story.candidacyIds;
    const old = await computeRanking(await panelOf(story), story.candidacyIds);
    const sheets = await database().scoreSheet.findMany({ where: { member: { panelId } } });
    const versions = await database().findingVersion.findMany({ where: { candidacy: { vacancyId } } });
    const oldCriteria = new Set(story.criterionIds);
    await changeRubric(story);
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
    const anew = await underRubricInForce(story);
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
    expect(report?.content).toMatchObject({ rubricChanges: [{ reason: CHANGE_REASON }] });
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
    await changeRubric(story);
    const own = await readSheetHistory(chair, panelId, candidacyId, { sheet: null, page: 1 });
    expect(own?.sheets).toMatchObject([{ superseded: true }]);
    expect(own?.versions.map(({ how }) => how)).toEqual(["superseded", "submitted"]);
    const seen = await readSheetHistory(officer, panelId, candidacyId, { sheet: null, page: 1 });
    expect(seen?.sheets).toHaveLength(before?.sheets.length ?? -1);
    expect(seen?.versions.at(-1)).toEqual(before?.versions.at(-1));
    expect(await database().recordEvent.count({ where: { id: first?.id ?? "" } })).toBe(1);
    expect((await readFindingHistory(officer, panelId, candidacyId, 1))?.versions).toHaveLength(1);
    expect(await readFindingHistory(chair, panelId, candidacyId, 1)).toBeNull();
    expect(
      (await readRubricChange(officer, (await rubricInForce(story.vacancyId)).id))?.setAside,
    ).toHaveLength(3);
  });

  it("keeps to others what was not open when it was changed", async () => {
    const story = await anOpenPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const { panelId, officer, chair } = story;
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(story, [3]) }));
    await changeRubric(story);
    expect(await readSheetHistory(officer, panelId, candidacyId, { sheet: null, page: 1 })).toBeNull();
  });

  it("offers a member their own marks on unchanged criteria, and submits none of them", async () => {
    const story = await anOpenPanel();
    const { panelId, chair, vacancyId } = story;
    const [candidacyId = ""] = story.candidacyIds;
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(story, [3, 2]) }));
    const { dropped } = await changeRubric(story);
    const { criteria } = await rubricInForce(vacancyId);
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
    const anew = await underRubricInForce(story);
    must(await submitScoreSheet(chair, { panelId, candidacyId, sheet: aSheet(anew, [4]) }));
  });

  it("shows what no row holds any more: days, whom the panel was to hear, what it had agreed, and all of a second change", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { panelId, vacancyId, chair, officer } = story;
    const [first = "", , third = ""] = story.candidacyIds;
    const passedOver = [{ candidacyId: third, reason: "No command above a battalion." }];
    must(await setShortlist(chair, { panelId, shortlist: { version: 0, balanceReason: "", passedOver } }));
    must(await openPanelInterviews(chair, story));
    await changeRubric(story);
    const panel = await panelOf(story);
    expect(panel).toMatchObject({ phase: "desk", comparedAt: null, passedOver: [] });
    const slots = await database().interviewSlot.findMany({
      where: { candidacyId: { in: [...story.candidacyIds] } },
      orderBy: { candidacyId: "asc" },
      select: { candidacyId: true, cancelledAt: true },
    });
    expect(slots.map(({ cancelledAt }) => cancelledAt === null)).toEqual([true, true, false]);
    const former = async (actor: Actor) =>
      (await readRubricChange(actor, (await rubricInForce(vacancyId)).id))?.formerPanels ?? [];
    const [page] = await former(officer);
    expect(page?.shortlist).toMatchObject({ decidedBy: "Chair", balanceReason: "" });
    const heard = page?.shortlist?.lines.map(({ candidacyId, passedOver: why }) => [candidacyId, why]);
    expect(heard?.toSorted()).toEqual(
      story.candidacyIds.map((id) => [id, id === third ? "No command above a battalion." : null]).toSorted(),
    );
    const phases = page?.periods.map(({ phase, openedBy, closedAt }) => [phase, openedBy, closedAt !== null]);
    expect(phases).toEqual(
      expect.arrayContaining([
        ["desk", "Officer", true],
        ["compared", "Chair", true],
        ["interview", "Chair", false],
      ]),
    );
    // A member recused since, who is an officer too, reads of that candidacy nowhere.
    const [, second] = story.members;
    if (!second) throw new Error("no second member");
    must(await declare(story, second, [third]));
    const hidden = await former({ ...second, role: "secretariat" });
    expect(JSON.stringify(hidden)).not.toContain(third);
    expect(JSON.stringify(hidden)).not.toContain("battalion");

    // Once more: the panel had scored anew, said nothing of interviews, and begins a third time.
    const now = await underRubricInForce(story);
    const desk = await database().criterion.findMany({
      where: { rubric: { vacancyId }, stage: { not: "interview" } },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    const sheet = aSheet({ ...now, criterionIds: desk.map(({ id }) => id) }, [2]);
    must(await submitScoreSheet(chair, { panelId, candidacyId: first, sheet }));
    await changeRubric(story);
    const [one, two] = await former(officer);
    expect(one).toEqual(page);
    expect(two).toMatchObject({ shortlist: null, notes: [], samples: 0 });
    expect(two?.periods.map(({ phase }) => phase)).toContain("desk");
    const kept = await database().scoreSheet.groupBy({
      by: ["supersededById"],
      where: { member: { panelId } },
      _count: true,
    });
    expect(kept.map(({ _count }) => _count).toSorted((a, b) => a - b)).toEqual([1, 9]);
    expect(kept.every(({ supersededById }) => supersededById !== null)).toBe(true);
    expect((await panelOf(story)).phase).toBe("desk");
  });

  it("begins a calibration under way anew, and keeps what was agreed where words are the same", async () => {
    const story = await aPanel(undefined, { calibrates: true, noSampleReason: "" });
    const { panelId, officer, chair, vacancyId } = story;
    const text = "Twelve years in two missions, of which one as deputy; no result is told of either. ".repeat(
      3,
    );
    const sample = { version: 0, titleEn: "A case", titleFr: "Un cas", textEn: text, textFr: text };
    must(await setSample(officer, { panelId, sample }));
    must(await openPanel(officer, story));
    const sheet = (of: PanelStory, levels: readonly number[]) => aSheet(of, levels);
    for (const [n, member] of story.members.entries())
      must(await submitSample(member, { panelId, sheet: sheet(story, [n === 0 ? 4 : 1]) }));
    const notes = story.criterionIds.map((criterionId) => ({
      criterionId,
      text: "Level 3 takes two posts and a result.",
    }));
    must(await agreeLevels(chair, { panelId, agreement: { version: 1, notes } }));
    await changeRubric(story);
    expect((await panelOf(story)).phase).toBe("calibration");
    const now = await underRubricInForce(story);
    expect(await database().sampleSheet.count({ where: { member: { panelId } } })).toBe(0);
    const carried = await database().calibrationNote.findMany({ where: { panelId } });
    expect(carried.map(({ criterionId }) => criterionId).toSorted()).toEqual(now.criterionIds.toSorted());
    const [page] = (await readRubricChange(officer, (await rubricInForce(vacancyId)).id))?.formerPanels ?? [];
    expect(page).toMatchObject({ shortlist: null, samples: 3 });
    expect(page?.notes.map(({ criterionId }) => criterionId)).toEqual(story.criterionIds);
    must(await submitSample(chair, { panelId, sheet: sheet(now, [2]) }));
  });
});
