import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { arrangeInterview, callOffInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { setShortlist } from "#app/selection/interview/set-shortlist.server.ts";
import { readShortlist } from "#app/selection/interview/shortlist.queries.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readAgenda } from "#app/selection/ranking/agenda.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readFinding } from "#app/selection/report/finding.queries.server.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import {
  aComparedPanel,
  aFinding,
  anHour,
  aRevealedPanel,
  aSheet,
  declare,
  interviewsPass,
  type PanelStory,
  scoreRound,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASON = "The file shows no command above a battalion.";
const order = (story: PanelStory, out: readonly string[], version = 0, balanceReason = "") => ({
  panelId: story.panelId,
  shortlist: {
    version,
    balanceReason,
    passedOver: out.map((candidacyId) => ({ candidacyId, reason: REASON })),
  },
});
const idsOf = ({ candidacyIds: [first = "", second = "", third = ""] }: PanelStory) => ({
  first,
  second,
  third,
});
const memberOf = (story: PanelStory, place: number): Actor => story.members[place] ?? story.chair;

/** The criteria of the interview in the story's rubric. */
const interviewCriteria = async ({ vacancyId }: PanelStory) =>
  (
    await database().criterion.findMany({
      where: { rubric: { vacancyId }, stage: { not: "desk" } },
      orderBy: { position: "asc" },
      select: { id: true },
    })
  ).map(({ id }) => id);

/** A panel whose last candidate is not interviewed, with the interviews open. */
async function aShortlistedPanel(weights?: readonly number[]) {
  const story = await aComparedPanel({ arranged: true, ...(weights ? { weights } : {}) });
  const { third } = idsOf(story);
  must(await setShortlist(story.chair, order(story, [third])));
  must(await openPanelInterviews(story.chair, story));
  return { ...story, ...idsOf(story), criteria: await interviewCriteria(story) };
}

const stagesOf = async ({ candidacyIds }: PanelStory, stage: "scored" | "shortlisted") =>
  (
    await database().stageEvent.findMany({
      where: { stage, candidacyId: { in: [...candidacyIds] } },
      select: { candidacyId: true },
    })
  )
    .map(({ candidacyId }) => candidacyId)
    .toSorted();

describe("the stage of the shortlist", () => {
  it("is reached by whom the panel says it hears, and left by whoever it takes off again", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { first, second, third } = idsOf(story);
    expect(await stagesOf(story, "scored")).toEqual([first, second, third].toSorted());
    expect(await stagesOf(story, "shortlisted")).toEqual([]);
    must(await setShortlist(story.chair, order(story, [third])));
    expect(await stagesOf(story, "shortlisted")).toEqual([first, second].toSorted());
    must(await setShortlist(story.chair, order(story, [second], 1)));
    expect(await stagesOf(story, "shortlisted")).toEqual([first, third].toSorted());
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("passed-over-not-heard");
    expect(broken).not.toContain("counted-as-it-is");
  });

  it("is reached by everybody once interviews open where the chair passed nobody over", async () => {
    const story = await aComparedPanel({ arranged: true });
    must(await openPanelInterviews(story.chair, story));
    expect(await stagesOf(story, "shortlisted")).toEqual([...story.candidacyIds].toSorted());
  });

  it("is reached with the scores where a panel interviews nobody", async () => {
    const story = await aRevealedPanel();
    expect(await stagesOf(story, "scored")).toEqual([...story.candidacyIds].toSorted());
    expect(await stagesOf(story, "shortlisted")).toEqual([...story.candidacyIds].toSorted());
  });
});

describe("whom a panel interviews", () => {
  it("is everybody until the chair says otherwise, with a reason, and nobody but the chair does", async () => {
    const story = await aComparedPanel();
    const { third } = idsOf(story);
    const page = await readShortlist(memberOf(story, 1), story.panelId);
    expect(page).toMatchObject({ version: 0, maySet: false });
    expect(page?.lines.map(({ passedOver }) => passedOver)).toEqual([null, null, null]);
    const stranger = await anAccount("panelMember", "Stranger");
    for (const actor of [memberOf(story, 1), story.officer, stranger])
      expect(refusalOf(await setShortlist(actor, order(story, [third])))).toBe("notFound");
    expect(await readShortlist(stranger, story.panelId)).toBeNull();
    must(await setShortlist(story.chair, order(story, [third])));
    expect(refusalOf(await setShortlist(story.chair, order(story, [])))).toBe("panelChangedMeanwhile");
    expect(refusalOf(await setShortlist(story.chair, order(story, story.candidacyIds, 1)))).toBe(
      "nobodyInvited",
    );
    const after = await readShortlist(story.officer, story.panelId);
    expect(after?.lines.find(({ candidacyId }) => candidacyId === third)?.passedOver).toBe(REASON);
    must(await setShortlist(story.chair, order(story, [], 1)));
    expect(await database().passedOver.count({ where: { panelId: story.panelId } })).toBe(0);
  });

  it("is set once where two of the chair's tabs set it at once", async () => {
    const story = await aComparedPanel();
    const { second, third } = idsOf(story);
    const answers = await Promise.all(
      [[second], [third]].map((out) => setShortlist(story.chair, order(story, out))),
    );
    expect(answers.map(refusalOf).toSorted()).toEqual(["ok", "panelChangedMeanwhile"]);
    expect(await database().passedOver.count({ where: { panelId: story.panelId } })).toBe(1);
  });

  it("calls off the interview of who is passed over, and sets none with them", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { third, panelId, officer, chair } = { ...story, ...idsOf(story) };
    must(await setShortlist(chair, order(story, [third])));
    const slot = await database().interviewSlot.findUniqueOrThrow({ where: { candidacyId: third } });
    expect(slot.cancelledAt).not.toBeNull();
    const again = { panelId, candidacyId: third, interview: anHour(9, slot.sequence) };
    expect(refusalOf(await arrangeInterview(officer, again))).toBe("notInvited");
    // Two of three have a time: that is everybody who is heard.
    expect((await panelTasks(officer)).map(({ id }) => id)).not.toContain(`arrange:${story.vacancyId}`);
    expect((await panelTasks(chair)).map(({ title }) => title)).toEqual(["interview.task.open"]);
    must(await openPanelInterviews(chair, story));
    expect((await readPanel(chair, panelId))?.candidacies.filter(({ invited }) => !invited)).toHaveLength(1);
  });

  it("owes interview sheets on those heard alone", async () => {
    const story = await aShortlistedPanel();
    const { panelId, third, first, criteria, chair } = story;
    const sheet = aSheet({ ...story, criterionIds: criteria }, [3]);
    const on = (candidacyId: string) => ({ panelId, candidacyId, sheet });
    expect(refusalOf(await submitScoreSheet(chair, on(third)))).toBe("notScoringPhase");
    expect(await readSheet(chair, panelId, third)).toMatchObject({ stage: "desk", open: false });
    const toCome = await readSheet(chair, panelId, first);
    expect(toCome).toMatchObject({ stage: "interview", open: true, owed: 0, next: null });
    expect(toCome?.waitsFor?.startsAt).toMatch(/Z$/);
    await interviewsPass(story);
    expect(await readSheet(chair, panelId, first)).toMatchObject({ owed: 1, waitsFor: null });
    expect(refusalOf(await revealSheets(chair, story))).toBe("sheetsOutstanding");
    await scoreRound({ ...story, candidacyIds: story.candidacyIds.filter((id) => id !== third) }, criteria);
    const members = (await readPanel(chair, panelId))?.members.map(({ progress }) => progress?.assigned);
    expect(members).toEqual([2, 2, 2]);
    must(await revealSheets(chair, story));
    const rows = (await readRanking(chair, panelId))?.figures;
    expect(rows?.rows.map(({ candidacyId }) => candidacyId).toSorted()).toEqual(
      story.candidacyIds.filter((id) => id !== third).toSorted(),
    );
    expect(rows).toMatchObject({ notScored: [], notHeard: [third] });
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("rounds-in-step");
    expect(broken).not.toContain("passed-over-unheard");
  });

  it("recommends nobody who was not heard, and gives them an outcome with its reason", async () => {
    const story = await aShortlistedPanel();
    const { panelId, third, criteria, chair } = story;
    await scoreRound({ ...story, candidacyIds: story.candidacyIds.filter((id) => id !== third) }, criteria);
    must(await revealSheets(chair, story));
    expect((await readFinding(chair, panelId, third))?.passedOver).toBe(REASON);
    const at = { panelId, candidacyId: third };
    const up = aFinding(story, "recommended");
    expect(refusalOf(await writeFinding(chair, { ...at, finding: up }))).toBe("notHeard");
    const down = { ...aFinding(story, "suitable"), reasonCodes: ["notShortlisted" as const] };
    must(await writeFinding(chair, { ...at, finding: down }));
    const other = { panelId, candidacyId: story.first, finding: down };
    expect(refusalOf(await writeFinding(chair, other))).toBe("findingReasonUnfounded");
  });

  it("ranks those heard alone, even where the desk weighs enough to score who was not", async () => {
    // Nine tenths are judged by the desk: its sheets alone would count, and a lower mark in the interview puts those heard behind.
    const story = await aShortlistedPanel([300_000, 300_000, 300_000, 100_000]);
    const { panelId, vacancyId, first, second, third, criteria, chair } = story;
    await database().vacancy.update({ where: { id: vacancyId }, data: { shortlistSize: 2 } });
    await scoreRound({ ...story, candidacyIds: [first, second] }, criteria, 2);
    must(await revealSheets(chair, story));
    const heard = [first, second].toSorted();
    const page = await readRanking(chair, panelId);
    expect(page?.figures).toMatchObject({ kind: "ranked", notScored: [], notHeard: [third] });
    expect(page?.figures.rows.map(({ candidacyId }) => candidacyId).toSorted()).toEqual(heard);
    expect(page?.figures.rows.map(({ rank, shortlistShare }) => [rank, shortlistShare])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(page?.people[third]).toBeDefined();
    const agenda = await readAgenda(chair, panelId);
    expect(agenda).toMatchObject({ notHeard: [third], total: 2 });
    expect(agenda?.agenda.rows.map(({ candidacyId }) => candidacyId).toSorted()).toEqual(heard);
    expect(agenda?.agenda.rows.every(({ reach }) => reach?.listed)).toBe(true);
    for (const candidacyId of heard) {
      const finding = aFinding(story, "recommended");
      must(await writeFinding(chair, { panelId, candidacyId, finding }));
    }
    // They wait for a finding like everybody.
    expect((await readFinding(chair, panelId, first))?.next).toBe(third);
    must(await writeFinding(chair, { panelId, candidacyId: third, finding: aFinding(story, "suitable") }));
    must(await createReport(chair, { panelId, balanceReason: "" }));
    const figures = (await readReport(chair, panelId))?.report?.content.figures;
    expect(figures).toEqual(page?.figures);
  });

  it("stands in the report with the rounds, for a reader who may see it", async () => {
    const story = await aShortlistedPanel();
    const { panelId, first, second, third, criteria, chair } = story;
    await scoreRound({ ...story, candidacyIds: [first, second] }, criteria);
    const recused = memberOf(story, 2);
    must(await declare(story, recused, [third]));
    must(await revealSheets(chair, story));
    for (const [n, candidacyId] of story.candidacyIds.entries()) {
      const finding = n === 2 ? aFinding(story, "suitable") : aFinding(story, "recommended");
      must(await writeFinding(chair, { panelId, candidacyId, finding }));
    }
    must(await createReport(chair, { panelId, balanceReason: "" }));
    const seen = (await readReport(chair, panelId))?.report?.content;
    expect(seen).toMatchObject({
      rounds: {
        calibration: { held: false, sheets: 0 },
        ...{ blind: false, interview: true, balanceReason: "" },
        heard: [first, second],
        passedOver: [{ candidacyId: third, reason: REASON }],
      },
    });
    const phases = seen?.v === 2 ? (seen.rounds?.phases ?? []) : [];
    expect(phases.map(({ phase, closedAt }) => [phase, closedAt !== null])).toEqual([
      ...["desk", "compared", "interview"].map((phase) => [phase, true]),
      ["revealed", false],
    ]);
    const cut = (await readReport(recused, panelId))?.report;
    expect(cut?.content).toMatchObject({ rounds: { heard: [first, second], passedOver: [] } });
    expect(JSON.stringify(cut)).not.toContain(third);
  });

  it("keeps the quorum of the interviews: who has too few judges left is taken off, nobody else", async () => {
    const story = await aShortlistedPanel();
    const { panelId, first, second, third, criteria, chair } = story;
    await scoreRound({ ...story, candidacyIds: [first, second] }, criteria);
    for (const place of [1, 2]) must(await declare(story, memberOf(story, place), [second]));
    expect(refusalOf(await revealSheets(chair, story))).toBe("belowQuorum");
    expect(refusalOf(await setShortlist(chair, order(story, [first, third], 1)))).toBe("shortlistFixed");
    expect(refusalOf(await setShortlist(chair, order(story, [], 1)))).toBe("shortlistFixed");
    must(await setShortlist(chair, order(story, [second, third], 1)));
    must(await revealSheets(chair, story));
    // What the chair had written in the interview counts for nothing; their desk sheet stands.
    const [sheet] = (await readFinding(chair, panelId, second))?.sheets ?? [];
    const marked = sheet?.entries.map(({ criterionId }) => criterionId) ?? [];
    expect(marked.toSorted()).toEqual(story.criterionIds.slice(0, 3).toSorted());
    // A member recused from it reads of it nowhere.
    const lines = (await readShortlist(memberOf(story, 1), panelId))?.lines;
    expect(lines?.map(({ candidacyId }) => candidacyId)).not.toContain(second);
  });

  it("is taken off during the interviews where the interview was not held, and the reveal waits for nobody else", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { panelId, chair, officer, first, second, third } = { ...story, ...idsOf(story) };
    must(await openPanelInterviews(chair, story));
    const criteria = await interviewCriteria(story);
    const last = await database().interviewSlot.findUniqueOrThrow({ where: { candidacyId: third } });
    const sheet = aSheet({ ...story, criterionIds: criteria }, [3]);
    const afterAll = new Date(last.startsAt.getTime() + 3_600_000);
    const later = <T>(work: () => Promise<T>) => at(afterAll, work);
    // All are to come: nobody is scored, taken off or revealed.
    const early = await submitScoreSheet(chair, { panelId, candidacyId: first, sheet });
    expect(early).toMatchObject({ refusal: { code: "interviewToCome" } });
    expect(refusalOf(await setShortlist(chair, order(story, [third])))).toBe("shortlistFixed");
    expect(await revealSheets(chair, story)).toMatchObject({
      refusal: { code: "interviewsToCome", params: { count: 3, at: last.startsAt.toISOString() } },
    });
    // The first is called off, the third does not come; the second is heard.
    must(await callOffInterview(officer, { panelId, candidacyId: first, version: 1 }));
    expect(refusalOf(await submitScoreSheet(chair, { panelId, candidacyId: first, sheet }))).toBe(
      "interviewUnset",
    );
    for (const member of story.members)
      must(await later(() => submitScoreSheet(member, { panelId, candidacyId: second, sheet })));
    expect(await later(() => revealSheets(chair, story))).toMatchObject({
      refusal: { code: "interviewsUnset", params: { count: 1 } },
    });
    const scored = { panelId, candidacyId: second };
    expect(refusalOf(await callOffInterview(officer, { ...scored, version: 1 }))).toBe("interviewScored");
    expect(refusalOf(await arrangeInterview(officer, { ...scored, interview: anHour(9, 1) }))).toBe(
      "interviewScored",
    );
    const open = (await later(() => readShortlist(chair, panelId)))?.lines.filter((line) => line.open);
    expect(open?.map(({ candidacyId }) => candidacyId).toSorted()).toEqual([first, third].toSorted());
    expect(refusalOf(await later(() => setShortlist(chair, order(story, [second]))))).toBe("shortlistFixed");
    must(await later(() => setShortlist(chair, order(story, [first]))));
    expect(refusalOf(await later(() => revealSheets(chair, story)))).toBe("sheetsOutstanding");
    must(await later(() => setShortlist(chair, order(story, [first, third], 1))));
    must(await later(() => revealSheets(chair, story)));
    expect((await readRanking(chair, panelId))?.figures).toMatchObject({
      notHeard: expect.arrayContaining([first, third]),
    });
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("passed-over-unheard");
  });
});
