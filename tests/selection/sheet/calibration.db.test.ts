import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import {
  readCalibration,
  readSampleChoice,
  readSampleSheet,
} from "#app/selection/sheet/calibration.queries.server.ts";
import { agreeLevels, openDesk, openSamples } from "#app/selection/sheet/lead-calibration.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { SAMPLE_CASES } from "#app/selection/sheet/sample-cases.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { setSample } from "#app/selection/sheet/set-sample.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { saveSample, submitSample } from "#app/selection/sheet/write-sample-sheet.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import { aPanel, aSheet, declare, type PanelStory, proposal, scoreAll } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const [CASE] = SAMPLE_CASES;
const sample = (version = 0) => ({
  version,
  ...{ titleEn: CASE?.title.en ?? "", titleFr: CASE?.title.fr ?? "" },
  ...{ textEn: CASE?.text.en ?? "", textFr: CASE?.text.fr ?? "" },
});

const WHY = "One member is on mission until Friday and cannot be reached.";

/** A panel in its calibration, whose members have declared: the third with a conflict with the last candidate. */
async function aCalibratingPanel(): Promise<PanelStory> {
  const story = await aPanel(undefined, { calibrates: true, noSampleReason: "" });
  expect(refusalOf(await openPanel(story.officer, story))).toBe("sampleMissing");
  must(await setSample(story.officer, { panelId: story.panelId, sample: sample() }));
  must(await openPanel(story.officer, story));
  for (const [n, member] of story.members.entries())
    must(await declare(story, member, n === 2 ? story.candidacyIds.slice(-1) : []));
  return story;
}

const phaseOf = async ({ panelId }: PanelStory) =>
  (await database().panel.findUniqueOrThrow({ where: { id: panelId } })).phase;

const handIn = async (story: PanelStory, levels: readonly number[]) => {
  for (const [n, member] of story.members.entries())
    must(await submitSample(member, { panelId: story.panelId, sheet: aSheet(story, [levels[n] ?? 1]) }));
};

describe("a panel that scores a sample case first", () => {
  it("says why where it does not, and keeps what it says once it is open", async () => {
    const story = await aPanel();
    const without = proposal(story.members, { version: 1, noSampleReason: "no" });
    const order = { vacancyId: story.vacancyId, panel: without };
    expect(refusalOf(await setPanel(story.officer, order))).toBe("noSampleReasonMissing");
    must(await openPanel(story.officer, story));
    expect(await phaseOf(story)).toBe("desk");
    const late = proposal(story.members, { version: 2, calibrates: true, noSampleReason: "" });
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    must(await setPanel(story.officer, { vacancyId: story.vacancyId, panel: { ...late, version } }));
    const page = await readPanel(story.officer, story.panelId);
    expect(page).toMatchObject({ calibrates: false, phase: "desk" });
    expect(page?.noSampleReason).toContain("last month");
  });

  it("takes its case from the secretariat alone, until a member has begun", async () => {
    const story = await aPanel(undefined, { calibrates: true, noSampleReason: "" });
    const order = { panelId: story.panelId, sample: sample() };
    expect(refusalOf(await setSample(story.chair, order))).toBe("notPermitted");
    expect(await readSampleChoice(story.chair, story.panelId)).toBeNull();
    must(await setSample(story.officer, order));
    expect(refusalOf(await setSample(story.officer, order))).toBe("panelChangedMeanwhile");
    must(await openPanel(story.officer, story));
    must(await setSample(story.officer, { ...order, sample: sample(1) }));
    must(await saveSample(story.chair, { panelId: story.panelId, sheet: { version: 0, entries: [] } }));
    expect(refusalOf(await setSample(story.officer, { ...order, sample: sample(2) }))).toBe("sampleFixed");
  });

  it("scores nobody before the desk, and no sample after", async () => {
    const story = await aCalibratingPanel();
    const [candidacyId = ""] = story.candidacyIds;
    const at = { panelId: story.panelId, candidacyId };
    expect(refusalOf(await submitScoreSheet(story.chair, { ...at, sheet: aSheet(story, [3]) }))).toBe(
      "notScoringPhase",
    );
    expect(refusalOf(await openDesk(story.chair, story))).toBe("samplesClosed");
    await handIn(story, [3, 3, 3]);
    const [second] = story.members.slice(1);
    if (!second) throw new Error("No second member");
    expect(refusalOf(await openDesk(second, story))).toBe("notFound");
    must(await openDesk(story.chair, story));
    const again = { panelId: story.panelId, sheet: aSheet(story, [4], 1) };
    expect(refusalOf(await submitSample(second, again))).toBe("notCalibrating");
    must(await submitScoreSheet(story.chair, { ...at, sheet: aSheet(story, [3]) }));
    const mails = await database().outgoingMail.count({
      where: { dedupeKey: { startsWith: `deskOpened:${story.panelId}` } },
    });
    expect(mails).toBe(3);
    expect((await checkData(database())).map(({ rule }) => rule.name)).not.toContain("panel-in-step");
  });

  it("shows nobody another's sample sheet before all are in, in whatever role", async () => {
    const story = await aCalibratingPanel();
    const { panelId, chair, officer } = story;
    const [, second, third] = story.members;
    if (!second || !third) throw new Error("Members are missing");
    const auditor = await anAccount("auditor", "Auditor");
    must(await submitSample(second, { panelId, sheet: aSheet(story, [1]) }));
    for (const reader of [chair, second, third, officer, auditor]) {
      const page = await readCalibration(reader, panelId);
      expect(page).toMatchObject({ opened: null, sheets: [], spreads: [] });
    }
    const told = (await readCalibration(third, panelId))?.members.map(({ submitted }) => submitted);
    expect(told).toEqual([null, null, null]);
    expect((await readSampleSheet(third, panelId))?.entries).toEqual([]);
    expect(await readSampleSheet(officer, panelId)).toBeNull();
    const stranger = await anAccount("panelMember", "Stranger");
    expect(await readCalibration(stranger, panelId)).toBeNull();
    const foreign = { panelId, sheet: aSheet(story, [1]) };
    expect(refusalOf(await submitSample(stranger, foreign))).toBe("notFound");
    expect(refusalOf(await submitSample(officer, foreign))).toBe("notFound");
    expect((await panelTasks(third)).map(({ title }) => title)).toEqual(["calibration.task.score"]);
    // The third is recused from a candidate; the sample is nobody, and theirs to score.
    must(await submitSample(third, { panelId, sheet: aSheet(story, [3]) }));
    must(await submitSample(chair, { panelId, sheet: aSheet(story, [3]) }));
    const page = await readCalibration(third, panelId);
    expect(page?.opened).toMatchObject({ reason: "" });
    expect(page?.sheets).toHaveLength(3);
    expect(page?.spreads.every(({ apart, lowest, highest }) => apart && lowest === 1 && highest === 3)).toBe(
      true,
    );
    expect((await panelTasks(chair)).map(({ title }) => title)).toEqual(["calibration.task.lead"]);
  });

  it("opens with the last sheet though two hand in at once", async () => {
    const story = await aCalibratingPanel();
    const answers = await Promise.all(
      story.members.map((member) =>
        submitSample(member, { panelId: story.panelId, sheet: aSheet(story, [2]) }),
      ),
    );
    expect(answers.map(refusalOf)).toEqual(["ok", "ok", "ok"]);
    expect((await readCalibration(story.chair, story.panelId))?.opened).not.toBeNull();
    const opened = { subjectId: story.panelId, kind: "sample.opened" };
    expect(await database().recordEvent.count({ where: opened })).toBe(1);
  });

  it("keeps a sheet from being written over by another tab", async () => {
    const story = await aCalibratingPanel();
    const order = { panelId: story.panelId, sheet: aSheet(story, [2]) };
    must(await saveSample(story.chair, order));
    expect(refusalOf(await saveSample(story.chair, order))).toBe("sampleChangedMeanwhile");
    const off = { ...order, sheet: aSheet(story, [9], 1) };
    expect(refusalOf(await submitSample(story.chair, off))).toBe("sheetNotOfRubric");
    must(await submitSample(story.chair, { ...order, sheet: aSheet(story, [2], 1) }));
    const again = { ...order, sheet: aSheet(story, [2], 2) };
    expect(refusalOf(await submitSample(story.chair, again))).toBe("sheetSubmitted");
  });

  it("is opened by the chair before all are in, with a reason that stands", async () => {
    const story = await aCalibratingPanel();
    const { panelId, chair, members } = story;
    const [, second, third] = members;
    if (!second || !third) throw new Error("Members are missing");
    must(await submitSample(second, { panelId, sheet: aSheet(story, [2]) }));
    expect(refusalOf(await openSamples(second, { panelId, reason: WHY }))).toBe("notFound");
    expect(refusalOf(await openSamples(chair, { panelId, reason: "late" }))).toBe("samplesWanting");
    must(await openSamples(chair, { panelId, reason: WHY }));
    expect(refusalOf(await openSamples(chair, { panelId, reason: WHY }))).toBe("samplesOpen");
    // A draft that was not handed in is nobody's to read.
    const page = await readCalibration(third, panelId);
    expect(page?.opened?.reason).toBe(WHY);
    expect(page?.sheets.map(({ memberId }) => memberId)).toHaveLength(1);
    const late = { panelId, sheet: aSheet(story, [4]) };
    expect(refusalOf(await submitSample(third, late))).toBe("notCalibrating");
  });

  it("agrees wherever members lie apart, and what was agreed stands on every score sheet", async () => {
    const story = await aCalibratingPanel();
    const { panelId, chair, criterionIds } = story;
    const [, second] = story.members;
    if (!second) throw new Error("No second member");
    const note = (text: string, version = 1) => ({
      panelId,
      agreement: { version, notes: criterionIds.map((criterionId) => ({ criterionId, text })) },
    });
    expect(refusalOf(await agreeLevels(chair, note("Two commands.")))).toBe("samplesClosed");
    await handIn(story, [1, 3, 4]);
    expect(refusalOf(await openDesk(chair, story))).toBe("levelsNotAgreed");
    expect(refusalOf(await agreeLevels(second, note("Two commands.")))).toBe("notFound");
    const unknown = { version: 1, notes: [{ criterionId: story.panelId, text: "x" }] };
    expect(refusalOf(await agreeLevels(chair, { panelId, agreement: unknown }))).toBe("sheetNotOfRubric");
    must(await agreeLevels(chair, note("Level 3 takes two commands, borne out from outside.")));
    expect(refusalOf(await agreeLevels(chair, note("Another tab.")))).toBe("panelChangedMeanwhile");
    must(await openDesk(chair, story));
    expect(refusalOf(await agreeLevels(chair, note("Too late.", 2)))).toBe("notCalibrating");
    const sheet = await readSheet(second, panelId, story.candidacyIds[0] ?? "");
    expect(sheet?.rubric.criteria.map(({ agreed }) => agreed)).toEqual(
      criterionIds.map(() => "Level 3 takes two commands, borne out from outside."),
    );
  });

  it("enters no sheet, no count and no figure", async () => {
    const [plain, calibrated] = [await aPanel(), await aCalibratingPanel()];
    must(await openPanel(plain.officer, plain));
    for (const [n, member] of plain.members.entries())
      must(await declare(plain, member, n === 2 ? plain.candidacyIds.slice(-1) : []));
    await handIn(calibrated, [1, 2, 2]);
    const sheets = { where: { member: { panelId: calibrated.panelId } } };
    expect(await database().scoreSheet.count(sheets)).toBe(0);
    const before = await readPanel(calibrated.chair, calibrated.panelId);
    expect(before?.members.map(({ progress }) => progress?.submitted)).toEqual([0, 0, 0]);
    must(await openDesk(calibrated.chair, calibrated));
    const figures = [];
    for (const story of [plain, calibrated]) {
      await scoreAll(story);
      must(await revealSheets(story.chair, story));
      const page = await readRanking(story.chair, story.panelId);
      expect(page?.figures.rows).toHaveLength(3);
      figures.push([
        page?.figures.rows.map(({ sheets, observedMean, fairAverage }) => [
          sheets,
          observedMean,
          fairAverage,
        ]),
        page?.figures.agreement?.alpha,
      ]);
    }
    expect(figures[1]).toEqual(figures[0]);
  });
});
