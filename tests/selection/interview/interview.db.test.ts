import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { closeVacancy } from "#app/selection/decision/close-vacancy.server.ts";
import { arrangeInterview, callOffInterview } from "#app/selection/interview/arrange-interview.server.ts";
import {
  readInterview,
  readInterviewCalendar,
  readOwnInterview,
} from "#app/selection/interview/interview.queries.server.ts";
import {
  addQuestion,
  chooseQuestions,
  retireQuestion,
} from "#app/selection/interview/keep-questions.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { listQuestions, readChoice, readGuide } from "#app/selection/interview/question.queries.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
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
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  aComparedPanel,
  anHour,
  anInterviewPanel,
  anOpenPanel,
  aPanel,
  aSheet,
  declare,
  findAll,
  interviewsPass,
  type PanelStory,
  proposal,
  scoreRound,
  signReportOf,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { readCalendar } from "#tests/support/read-calendar.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const refusal = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal.code;

/** The rules of phases and rounds that the data breaks; the story's shortcuts break others. */
const RULES = [
  ...["panel-in-step", "scored-alone", "rounds-in-step", "sheet-of-its-round", "phase-open"],
  ...["recused-judges-not", "withdrawn-when-recused"],
];
const broken = async () =>
  (await checkData(database())).map(({ rule }) => rule.name).filter((name) => RULES.includes(name));

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
    expect(refusal(await openPanelInterviews(story.chair, story))).toBe("wrongPhase");
    const whole = await submitScoreSheet(second, { ...at, sheet: aSheet(story, [3]) });
    expect(refusal(whole)).toBe("sheetNotOfRubric");
    await scoreRound(story, story.criterionIds.slice(0, 3), 2);
    expect(await readComparison(second, at.panelId, at.candidacyId)).toBeNull();
    expect(refusal(await revealSheets(second, story))).toBe("notFound");
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
    expect(refusal(await submitScoreSheet(second, early))).toBe("notScoringPhase");
    expect(refusal(await revealSheets(story.chair, story))).toBe("wrongState");
    expect(refusal(await openPanelInterviews(story.chair, story))).toBe("interviewsUnset");
    for (const [n, candidacyId] of story.candidacyIds.entries()) {
      const order = { panelId: story.panelId, candidacyId, interview: anHour(n + 1) };
      must(await arrangeInterview(story.officer, order));
    }
    expect(refusal(await openPanelInterviews(second, story))).toBe("notFound");
    must(await openPanelInterviews(story.chair, story));
    const desk = { ...at, sheet: aSheet({ ...story, criterionIds: story.criterionIds.slice(0, 3) }, [4]) };
    expect(refusal(await submitScoreSheet(second, desk))).toBe("sheetNotOfRubric");
    must(await saveDraftSheet(second, early));
    expect((await readSheet(second, at.panelId, at.candidacyId))?.rubric.criteria).toHaveLength(3);
    const others = await readComparison(second, at.panelId, at.candidacyId);
    expect(others?.sheets.flatMap(({ entries }) => entries.map(({ level }) => level))).not.toContain(4);
    const again = { ...early, sheet: { ...early.sheet, version: 1 } };
    expect(refusal(await submitScoreSheet(second, again))).toBe("interviewToCome");
    expect(refusal(await revealSheets(story.chair, story))).toBe("interviewsToCome");
    await interviewsPass(story);
    expect(refusal(await revealSheets(story.chair, story))).toBe("sheetsOutstanding");
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
    expect(await broken()).toEqual([]);
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
    expect(refusal(await submitScoreSheet(second, { ...facts, sheet }))).toBe("notFound");
    await interviewsPass(story);
    for (const member of story.members) {
      for (const id of story.candidacyIds) {
        if (member === second && id === candidacyId) continue;
        must(await submitScoreSheet(member, { panelId: story.panelId, candidacyId: id, sheet }));
      }
    }
    must(await revealSheets(story.chair, story));
    expect(await broken()).toEqual([]);
  });

  it("let nobody join once desk sheets are open, and change no chair to one in conflict", async () => {
    const story = await aComparedPanel();
    const fourth = await anAccount("panelMember", "Fourth");
    const { version } = await phaseOf(story);
    const panel = { ...proposal([...story.members, fourth]), version };
    expect(refusal(await setPanel(story.officer, { vacancyId: story.vacancyId, panel }))).toBe("panelFixed");
  });

  it("have days that the secretariat sets, and moves with a reason", async () => {
    const story = await anInterviewPanel();
    const version = async () => (await phaseOf(story)).version;
    const days = (closesOn: string) => [{ phase: "desk" as const, opensOn: "", closesOn }];
    const plan = async (closesOn: string, reason: string) => {
      const order = { version: await version(), reason, days: days(closesOn) };
      return refusal(await planPhases(story.officer, { panelId: story.panelId, plan: order }));
    };
    expect(await plan(LATER, "")).toBe("moveReasonMissing");
    expect(await plan("", "Two members are on mission until then.")).toBe("required");
    expect(await plan(LATER, "Two members are on mission until then.")).toBe("ok");
    const { scoringDueOn } = await phaseOf(story);
    expect(scoringDueOn?.toISOString().slice(0, 10)).toBe(LATER);
    const stale = { version: 0, reason: "", days: days(LATER) };
    expect(refusal(await planPhases(story.officer, { panelId: story.panelId, plan: stale }))).toBe(
      "panelChangedMeanwhile",
    );
    expect(refusal(await planPhases(story.chair, { panelId: story.panelId, plan: stale }))).toBe(
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
    expect(refusal(await planPhases(story.officer, order))).toBe("required");
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

const mails = (kind: string, slotId: string) =>
  database().outgoingMail.findMany({
    where: { kind, dedupeKey: { contains: slotId } },
    orderBy: { createdAt: "asc" },
    select: { calendar: true, calendarMethod: true, params: true },
  });

const linesOf = (calendar: string | null) => (calendar ?? "").replaceAll("\r\n ", "").split("\r\n");

describe("an interview", () => {
  it("is set, moved, called off and set again under one id with a rising sequence, and the candidate is told", async () => {
    const story = await aComparedPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    const { officer } = story;
    must(await arrangeInterview(officer, { ...at, interview: anHour(3) }));
    expect(refusal(await arrangeInterview(officer, { ...at, interview: anHour(4) }))).toBe(
      "interviewChangedMeanwhile",
    );
    must(await arrangeInterview(officer, { ...at, interview: anHour(4, 1) }));
    expect(refusal(await callOffInterview(officer, { ...at, version: 1 }))).toBe("interviewChangedMeanwhile");
    must(await callOffInterview(officer, { ...at, version: 2 }));
    expect(refusal(await callOffInterview(officer, { ...at, version: 3 }))).toBe("interviewChangedMeanwhile");
    must(await arrangeInterview(officer, { ...at, interview: anHour(5, 3) }));
    const { id } = await database().interviewSlot.findUniqueOrThrow({
      where: { candidacyId: at.candidacyId },
    });
    const invited = await mails("interviewInvited", id);
    const off = await mails("interviewCancelled", id);
    expect(invited.map(({ calendarMethod }) => calendarMethod)).toEqual(["REQUEST", "REQUEST", "REQUEST"]);
    expect(off.map(({ calendarMethod }) => calendarMethod)).toEqual(["CANCEL"]);
    for (const [n, { calendar }] of invited.entries()) {
      expect(linesOf(calendar)).toEqual(
        expect.arrayContaining(["METHOD:REQUEST", `UID:${id}`, `SEQUENCE:${[1, 2, 4][n]}`]),
      );
    }
    expect(linesOf(off[0]?.calendar ?? null)).toEqual(
      expect.arrayContaining(["METHOD:CANCEL", `UID:${id}`, "SEQUENCE:3", "STATUS:CANCELLED"]),
    );
    expect(JSON.stringify(invited[0]?.params)).toContain(`/my-cases/${at.candidacyId}`);
  });

  it("is set in the time for it, by the secretariat, in the future, one at a time", async () => {
    const desk = await anInterviewPanel();
    const [first = "", other = ""] = desk.candidacyIds;
    const { panelId, officer } = desk;
    const order = { panelId, candidacyId: first, interview: anHour(3) };
    expect(refusal(await arrangeInterview(officer, order))).toBe("notArranging");
    await scoreRound(desk, desk.criterionIds.slice(0, 3));
    must(await revealSheets(desk.chair, desk));
    expect(refusal(await arrangeInterview(desk.chair, order))).toBe("notPermitted");
    expect(refusal(await arrangeInterview(officer, { ...order, interview: anHour(-1) }))).toBe(
      "interviewPast",
    );
    must(await arrangeInterview(officer, order));
    expect(refusal(await arrangeInterview(officer, { ...order, candidacyId: other }))).toBe(
      "interviewOverlaps",
    );
    const elsewhere = await anInterviewPanel();
    const strange = { ...order, candidacyId: elsewhere.candidacyIds[0] ?? "" };
    expect(refusal(await arrangeInterview(officer, strange))).toBe("notFound");
    const plain = await anOpenPanel();
    const unheard = { ...order, panelId: plain.panelId, candidacyId: plain.candidacyIds[0] ?? "" };
    expect(refusal(await arrangeInterview(plain.officer, unheard))).toBe("notArranging");
  });

  it("is kept once where two officers set it at once", async () => {
    const story = await aComparedPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    const answers = await Promise.all(
      [3, 4, 5].map((days) => arrangeInterview(story.officer, { ...at, interview: anHour(days) })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().interviewSlot.count({ where: { candidacyId: at.candidacyId } })).toBe(1);
  });

  it("is not there for a member recused from it, nor for another candidate; its file names the candidate to them alone", async () => {
    const story = await aComparedPanel({ arranged: true });
    const [, second, third] = story.members;
    const candidacyId = story.candidacyIds[0] ?? "";
    if (!second || !third) throw new Error("No members");
    must(await declare(story, second, [candidacyId]));
    expect(await readInterviewCalendar(second, candidacyId, "en")).toBeNull();
    const { person } = await database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { person: { select: { id: true, familyName: true } } },
    });
    const file = await readInterviewCalendar(third, candidacyId, "en");
    expect(file).toContain("METHOD:REQUEST");
    expect(file).not.toContain(person.familyName);
    const own = { ...(await anAccount("candidate", "Own")), personId: person.id };
    expect(await readInterviewCalendar(own, candidacyId, "fr")).toContain(person.familyName);
    const stranger = { ...own, personId: "018f0000-0000-7000-8000-000000000001" };
    expect(await readInterviewCalendar(stranger, candidacyId, "en")).toBeNull();
    expect((await readOwnInterview(candidacyId))?.cancelled).toBe(false);
    expect(await readInterview(third, story.panelId, candidacyId)).toBeNull();
    const page = await readPanel(second, story.panelId);
    expect(page?.candidacies.map((one) => one.candidacyId)).not.toContain(candidacyId);
  });

  it("is in every calendar by the clocks of whoever reads it, the same meeting when moved and called off", async () => {
    const story = await aComparedPanel();
    const candidacyId = story.candidacyIds[0] ?? "";
    const [, , member] = story.members;
    if (!member) throw new Error("No member");
    const { person } = await database().candidacy.update({
      where: { id: candidacyId },
      data: { person: { update: { timeZone: "Asia/Kathmandu" } } },
      select: { person: { select: { id: true } } },
    });
    const order = { panelId: story.panelId, candidacyId };
    const [first, second] = [anHour(3), anHour(4, 1)];
    must(await arrangeInterview(story.officer, { ...order, interview: first }));
    must(await arrangeInterview(story.officer, { ...order, interview: second }));
    must(await callOffInterview(story.officer, { ...order, version: 2 }));
    const { id } = await database().interviewSlot.findUniqueOrThrow({ where: { candidacyId } });
    const mails = await database().outgoingMail.findMany({
      where: { kind: { in: ["interviewInvited", "interviewCancelled"] }, dedupeKey: { contains: id } },
      orderBy: { createdAt: "asc" },
    });
    const sent = mails.map(({ calendar, calendarMethod }) => ({
      ...readCalendar(calendar ?? ""),
      mailed: calendarMethod,
    }));
    expect(
      sent.map(({ mailed, method, events: [event] }) => [
        ...[mailed, method, event?.uid, event?.sequence, event?.startDate.zone?.tzid],
        event?.startDate.toJSDate().getTime(),
      ]),
    ).toEqual([
      ["REQUEST", "REQUEST", id, 1, "Asia/Kathmandu", first.startsAt.getTime()],
      ["REQUEST", "REQUEST", id, 2, "Asia/Kathmandu", second.startsAt.getTime()],
      ["CANCEL", "CANCEL", id, 3, "Asia/Kathmandu", second.startsAt.getTime()],
    ]);
    const own = { ...(await anAccount("candidate", "Own")), personId: person.id };
    for (const [reader, zone] of [
      [{ ...member, timeZone: "America/Montevideo" }, "America/Montevideo"],
      [own, "Asia/Kathmandu"],
    ] as const) {
      const read = readCalendar((await readInterviewCalendar(reader, candidacyId, "en")) ?? "");
      expect(read.zones).toHaveLength(1);
      expect(read.events[0]?.startDate.zone?.tzid).toBe(zone);
      expect(read.events[0]?.startDate.toJSDate()).toEqual(second.startsAt);
    }
  });

  it("is called off with the case, by whoever ends it", async () => {
    const story = await aComparedPanel({ arranged: true });
    const [first = "", other = ""] = story.candidacyIds;
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: first } });
    const own = { ...(await anAccount("candidate", "Own")), personId };
    must(await withdrawCandidacy(own, { candidacyId: first }));
    expect((await readOwnInterview(first))?.cancelled).toBe(true);
    expect((await readOwnInterview(other))?.cancelled).toBe(false);
    must(
      await closeVacancy(story.officer, {
        vacancyId: story.vacancyId,
        reason: "The post was abolished by the budget of the year.",
      }),
    );
    const { id } = await database().interviewSlot.findUniqueOrThrow({ where: { candidacyId: other } });
    expect((await mails("interviewCancelled", id)).map(({ calendarMethod }) => calendarMethod)).toEqual([
      "CANCEL",
    ]);
    expect(await broken()).toEqual([]);
  });

  it("waits for the secretariat, then for the chair", async () => {
    const story = await aComparedPanel();
    const keyOf = async (actor: PanelStory["chair"]) =>
      (await panelTasks(actor)).filter(({ to }) => to.includes(story.panelId)).map(({ title }) => title);
    expect(await keyOf(story.officer)).toEqual(["interview.task.arrange"]);
    expect(await keyOf(story.chair)).toEqual([]);
    for (const [n, candidacyId] of story.candidacyIds.entries())
      must(await arrangeInterview(story.officer, { ...story, candidacyId, interview: anHour(n + 1) }));
    expect(await keyOf(story.officer)).toEqual([]);
    expect(await keyOf(story.chair)).toEqual(["interview.task.open"]);
    must(await openPanelInterviews(story.chair, story));
    expect(await keyOf(story.chair)).toEqual([]);
    await interviewsPass(story);
    expect(await keyOf(story.chair)).toEqual(["selection.task.score"]);
  });
});

describe("the questions of an interview", () => {
  const QUESTION = "Tell us of talks that had come to a standstill.";
  const asked = (criterionCode: string) => ({ criterionCode, textEn: QUESTION, textFr: QUESTION });

  it("are kept by the secretariat, chosen for a panel, and stand on its sheets and in its guide", async () => {
    const story = await anInterviewPanel();
    const { panelId, officer, chair } = story;
    expect(refusal(await addQuestion(chair, asked("c2")))).toBe("notPermitted");
    expect(refusal(await addQuestion(officer, asked("nothing")))).toBe("criterionUnknown");
    const { questionId } = must(await addQuestion(officer, asked("c2")));
    const other = must(await addQuestion(officer, asked("c4")));
    expect(refusal(await chooseQuestions(chair, { panelId, questions: [questionId] }))).toBe("notPermitted");
    const unknown = "018f0000-0000-7000-8000-000000000001";
    expect(refusal(await chooseQuestions(officer, { panelId, questions: [unknown] }))).toBe("notFound");
    must(await chooseQuestions(officer, { panelId, questions: [questionId] }));
    must(await retireQuestion(officer, other));
    expect(refusal(await retireQuestion(officer, other))).toBe("notFound");
    expect(refusal(await chooseQuestions(officer, { panelId, questions: [other.questionId] }))).toBe(
      "notFound",
    );
    must(await retireQuestion(officer, { questionId }));
    expect((await readChoice(officer, panelId))?.chosen).toEqual([questionId]);
    const guide = await readGuide(chair, panelId);
    expect(guide?.criteria.map(({ criterion, questions }) => [criterion.code, questions.length])).toEqual([
      ...[
        ["c2", 1],
        ["c3", 0],
        ["c4", 0],
      ],
    ]);
    const stranger = await anAccount("panelMember", "Stranger");
    expect(await readGuide(stranger, panelId)).toBeNull();
    expect((await listQuestions("c2", 1)).questions.map(({ id }) => id)).not.toContain(questionId);
  });

  it("no longer change once the interviews are open, when the sheets show them", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { panelId, officer } = story;
    const { questionId } = must(await addQuestion(officer, asked("c4")));
    must(await chooseQuestions(officer, { panelId, questions: [questionId] }));
    must(await openPanelInterviews(story.chair, story));
    expect(refusal(await chooseQuestions(officer, { panelId, questions: [] }))).toBe("questionsFixed");
    const sheet = await readSheet(story.chair, panelId, story.candidacyIds[0] ?? "");
    expect(sheet?.questions.map(({ id }) => id)).toEqual([questionId]);
  });
});

describe("the pages of a panel that interviews", () => {
  it("take a number of statements that no candidate adds to", async () => {
    const one = await aComparedPanel({ arranged: true });
    const page = await countQueries(() => readPanel(one.chair, one.panelId));
    expect(page.value?.candidacies.map(({ interview }) => interview !== null)).toEqual([true, true, true]);
    expect(page.queries).toBe(22);
    await database().candidacy.update({
      where: { id: one.candidacyIds[2] ?? "" },
      data: { state: "merged" },
    });
    expect((await countQueries(() => readPanel(one.chair, one.panelId))).queries).toBe(page.queries);
    const comparison = await countQueries(() =>
      readComparison(one.chair, one.panelId, one.candidacyIds[0] ?? ""),
    );
    expect(comparison.queries).toBe(20);
    const plain = await aPanel();
    expect((await readPanel(plain.officer, plain.panelId))?.periods).toHaveLength(1);
  });
});
