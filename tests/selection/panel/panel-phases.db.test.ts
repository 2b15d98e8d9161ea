import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { arrangeInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { planPhases } from "#app/selection/panel/plan-phases.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { readAgenda } from "#app/selection/ranking/agenda.queries.server.ts";
import { readComparison } from "#app/selection/ranking/comparison.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { readFinding } from "#app/selection/report/finding.queries.server.ts";
import { readFindingFacts } from "#app/selection/report/finding-facts.queries.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { saveDraftSheet } from "#app/selection/sheet/save-draft-sheet.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import { brokenPanelRules } from "#tests/support/panel-data.ts";
import {
  aComparedPanel,
  anHour,
  anInterviewPanel,
  anOpenPanel,
  aSheet,
  declare,
  findAll,
  interviewsPass,
  type PanelStory,
  proposal,
  scoreRound,
  signReportOf,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const phaseOf = async ({ panelId }: PanelStory) =>
  (await database().panel.findUniqueOrThrow({ where: { id: panelId }, include: { vacancy: true } })) ?? null;

/** A panel whose interviews are open. */
async function anInterviewingPanel() {
  const story = await aComparedPanel({ arranged: true });
  must(await openPanelInterviews(story.chair, story));
  return story;
}

const LATER = "2099-03-01";

describe("the phases of a panel", () => {
  it("lead from the desk over both reveals to moderation, each opened and closed by whom and when", async () => {
    const story = await anInterviewPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    const [second] = story.members.slice(1);
    if (!second) throw new Error("No second member");
    expect(refusalOf(await openPanelInterviews(story.chair, story))).toBe("wrongPhase");
    const whole = await submitScoreSheet(second, { ...at, sheet: aSheet(story, [3]) });
    expect(refusalOf(whole)).toBe("sheetNotOfRubric");
    await scoreRound(story, story.criterionIds.slice(0, 3), 2);
    expect(await readComparison(second, at.panelId, at.candidacyId)).toBeNull();
    expect(refusalOf(await revealSheets(second, story))).toBe("notFound");
    must(await revealSheets(story.chair, story));
    const compared = await phaseOf(story);
    expect([compared.phase, compared.vacancy.state, compared.revealedAt]).toEqual([
      "compared",
      "assessment",
      null,
    ]);
    expect((await readComparison(second, at.panelId, at.candidacyId))?.sheets).toHaveLength(3);
    expect(await readRanking(second, at.panelId)).toBeNull();
    expect(await readFinding(second, at.panelId, at.candidacyId)).toBeNull();
    const early = { ...at, sheet: aSheet({ ...story, criterionIds: story.criterionIds.slice(1) }, [4]) };
    expect(refusalOf(await submitScoreSheet(second, early))).toBe("notScoringPhase");
    expect(refusalOf(await revealSheets(story.chair, story))).toBe("wrongState");
    expect(refusalOf(await openPanelInterviews(story.chair, story))).toBe("interviewsUnset");
    for (const [n, candidacyId] of story.candidacyIds.entries()) {
      const order = { panelId: story.panelId, candidacyId, interview: anHour(n + 1) };
      must(await arrangeInterview(story.officer, order));
    }
    expect(refusalOf(await openPanelInterviews(second, story))).toBe("notFound");
    must(await openPanelInterviews(story.chair, story));
    const desk = { ...at, sheet: aSheet({ ...story, criterionIds: story.criterionIds.slice(0, 3) }, [4]) };
    expect(refusalOf(await submitScoreSheet(second, desk))).toBe("sheetNotOfRubric");
    must(await saveDraftSheet(second, early));
    expect((await readSheet(second, at.panelId, at.candidacyId))?.rubric.criteria).toHaveLength(3);
    const others = await readComparison(second, at.panelId, at.candidacyId);
    expect(others?.sheets.flatMap(({ entries }) => entries.map(({ level }) => level))).not.toContain(4);
    const again = { ...early, sheet: { ...early.sheet, version: 1 } };
    expect(refusalOf(await submitScoreSheet(second, again))).toBe("interviewToCome");
    expect(refusalOf(await revealSheets(story.chair, story))).toBe("interviewsToCome");
    await interviewsPass(story);
    expect(refusalOf(await revealSheets(story.chair, story))).toBe("sheetsOutstanding");
    must(await submitScoreSheet(second, again));
    for (const member of story.members) {
      for (const candidacyId of story.candidacyIds) {
        if (member === second && candidacyId === at.candidacyId) continue;
        must(await submitScoreSheet(member, { ...early, candidacyId }));
      }
    }
    expect(await readRanking(second, at.panelId)).toBeNull();
    must(await revealSheets(story.chair, story));
    const done = await phaseOf(story);
    expect([done.phase, done.vacancy.state]).toEqual(["revealed", "revealed"]);
    await findAll(story);
    await signReportOf(story);
    const page = await readPanel(story.chair, story.panelId);
    expect(page?.periods.map(({ phase, closedAt }) => [phase, closedAt !== null])).toEqual([
      ...[
        ["desk", true],
        ["compared", true],
        ["interview", true],
        ["revealed", true],
        ["reported", false],
      ],
    ]);
    expect(page?.periods.map(({ openedBy }) => openedBy)).toEqual([
      "Officer",
      "Chair",
      "Chair",
      "Chair",
      "Third",
    ]);
    expect(await brokenPanelRules()).toEqual([]);
  });

  it("skip the interviews where the panel is not to hold them: its one sheet is on the whole rubric", async () => {
    const story = await anOpenPanel();
    const sheet = await readSheet(story.chair, story.panelId, story.candidacyIds[0] ?? "");
    expect(sheet?.rubric.criteria).toHaveLength(4);
    expect((await readPanel(story.chair, story.panelId))?.interview).toBe(false);
  });

  it("open once when two chairs' hands open them at once, and reveal once", async () => {
    const story = await aComparedPanel({ arranged: true });
    const opened = await Promise.all([0, 1, 2].map(() => openPanelInterviews(story.chair, story)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    await scoreRound(story, story.criterionIds.slice(1));
    const revealed = await Promise.all([0, 1].map(() => revealSheets(story.chair, story)));
    expect(revealed.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await database().recordEvent.count({
      where: { subjectId: story.panelId, kind: { in: ["panel.revealed", "panel.interviewsOpened"] } },
    });
    expect(events).toBe(3);
  });

  it("ask every member who is not recused for each round's sheets, and take none that comes after its reveal", async () => {
    const story = await anInterviewingPanel();
    const [, second] = story.members;
    const candidacyId = story.candidacyIds[1] ?? "";
    if (!second) throw new Error("No second member");
    await database().scoreSheet.findFirstOrThrow({ where: { candidacyId, stage: "desk" } });
    must(await declare(story, second, [candidacyId]));
    expect(await readComparison(second, story.panelId, candidacyId)).toBeNull();
    const facts = { panelId: story.panelId, candidacyId };
    const sheet = aSheet({ ...story, criterionIds: story.criterionIds.slice(1) }, [3]);
    expect(refusalOf(await submitScoreSheet(second, { ...facts, sheet }))).toBe("notFound");
    await interviewsPass(story);
    for (const member of story.members) {
      for (const id of story.candidacyIds) {
        if (member === second && id === candidacyId) continue;
        must(await submitScoreSheet(member, { panelId: story.panelId, candidacyId: id, sheet }));
      }
    }
    must(await revealSheets(story.chair, story));
    expect(await brokenPanelRules()).toEqual([]);
  });

  it("let nobody join once desk sheets are open, and change no chair to one in conflict", async () => {
    const story = await aComparedPanel();
    const fourth = await anAccount("panelMember", "Fourth");
    const { version } = await phaseOf(story);
    const panel = { ...proposal([...story.members, fourth]), version };
    expect(refusalOf(await setPanel(story.officer, { vacancyId: story.vacancyId, panel }))).toBe(
      "panelFixed",
    );
  });

  it("have days that the secretariat sets, and moves with a reason", async () => {
    const story = await anInterviewPanel();
    const version = async () => (await phaseOf(story)).version;
    const days = (closesOn: string) => [{ phase: "desk" as const, opensOn: "", closesOn }];
    const plan = async (closesOn: string, reason: string) => {
      const order = { version: await version(), reason, days: days(closesOn) };
      return refusalOf(await planPhases(story.officer, { panelId: story.panelId, plan: order }));
    };
    expect(await plan(LATER, "")).toBe("moveReasonMissing");
    expect(await plan("", "Two members are on mission until then.")).toBe("required");
    expect(await plan(LATER, "Two members are on mission until then.")).toBe("ok");
    const { scoringDueOn } = await phaseOf(story);
    expect(scoringDueOn?.toISOString().slice(0, 10)).toBe(LATER);
    const stale = { version: 0, reason: "", days: days(LATER) };
    expect(refusalOf(await planPhases(story.officer, { panelId: story.panelId, plan: stale }))).toBe(
      "panelChangedMeanwhile",
    );
    expect(refusalOf(await planPhases(story.chair, { panelId: story.panelId, plan: stale }))).toBe(
      "notPermitted",
    );
    const period = (await readPanel(story.chair, story.panelId))?.periods[0];
    expect(period).toMatchObject({ closesOn: LATER, moveReason: "Two members are on mission until then." });
  });

  it("give the interviews a week after the last of them where no end was planned, and keep an end", async () => {
    const story = await aComparedPanel({ arranged: true });
    const before = await phaseOf(story);
    must(await openPanelInterviews(story.chair, story));
    const { version, scoringDueOn } = await phaseOf(story);
    const last = anHour(story.candidacyIds.length + 7)
      .startsAt.toISOString()
      .slice(0, 10);
    expect(scoringDueOn?.toISOString().slice(0, 10)).toBe(last);
    expect(scoringDueOn).not.toEqual(before.scoringDueOn);
    const reason = "The last interview is heard again.";
    const days = [{ phase: "interview" as const, opensOn: "", closesOn: "" }];
    const order = { panelId: story.panelId, plan: { version, reason, days } };
    expect(refusalOf(await planPhases(story.officer, order))).toBe("required");
    const chosen = proposal(story.members).members.map((one, n) => ({ ...one, chair: n === 1 }));
    const panel = { ...proposal(story.members), members: chosen, version, scoringDueOn: last };
    must(await setPanel(story.officer, { vacancyId: story.vacancyId, panel }));
  });

  it("fix whether there are interviews and when sheets are due once the panel is open", async () => {
    const story = await anInterviewPanel();
    const { version } = await phaseOf(story);
    const panel = { ...proposal(story.members), version, interview: false, scoringDueOn: LATER };
    must(await setPanel(story.officer, { vacancyId: story.vacancyId, panel }));
    const { interview, scoringDueOn } = await phaseOf(story);
    expect([interview, scoringDueOn?.toISOString().slice(0, 10)]).toEqual([true, "2099-12-31"]);
  });
});

describe("both rounds' answers", () => {
  it("count as one sheet: the interview's on a criterion of both, the desk's where it observed nothing", async () => {
    const story = await anInterviewPanel();
    const [first = "", both = "", unseen = "", last = ""] = story.criterionIds;
    await scoreRound(story, [first, both, unseen], 2);
    must(await revealSheets(story.chair, story));
    for (const [n, candidacyId] of story.candidacyIds.entries())
      must(await arrangeInterview(story.officer, { ...story, candidacyId, interview: anHour(n + 1) }));
    must(await openPanelInterviews(story.chair, story));
    await interviewsPass(story);
    for (const member of story.members) {
      for (const candidacyId of story.candidacyIds) {
        const whole = aSheet({ ...story, criterionIds: [both, unseen, last] }, [4]);
        const entries = whole.entries.map((entry) =>
          entry.criterionId === unseen ? { ...entry, level: null, notObserved: true, evidence: "" } : entry,
        );
        const sheet = { ...whole, entries };
        must(await submitScoreSheet(member, { panelId: story.panelId, candidacyId, sheet }));
      }
    }
    must(await revealSheets(story.chair, story));
    const ranking = await readRanking(story.chair, story.panelId);
    // (2 + 4 + 2 + 4) / 4: four criteria of one weight.
    expect(ranking?.figures.rows.map(({ observedMean }) => observedMean)).toEqual([3, 3, 3]);
    expect(ranking?.figures.rows.map(({ sheets }) => sheets)).toEqual([3, 3, 3]);
    const candidacyId = story.candidacyIds[0] ?? "";
    const page = await readFinding(story.chair, story.panelId, candidacyId);
    const levels = Object.fromEntries(
      page?.sheets[0]?.entries.map(({ criterionId, level }) => [criterionId, level]) ?? [],
    );
    expect(levels).toEqual({ [first]: 2, [both]: 4, [unseen]: 2, [last]: 4 });
    const facts = await readFindingFacts(database(), { vacancyId: story.vacancyId, candidacyId });
    expect(facts.criteria.map(({ marks }) => marks)).toEqual([
      ...[
        [2, 2, 2],
        [4, 4, 4],
        [2, 2, 2],
        [4, 4, 4],
      ],
    ]);
    expect((await readAgenda(story.chair, story.panelId))?.agenda.rows[0]?.sheets).toBe(3);
  });
});
