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
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readComparison } from "#app/selection/ranking/comparison.queries.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import { brokenPanelRules } from "#tests/support/panel-data.ts";
import {
  aComparedPanel,
  anHour,
  anInterviewPanel,
  anOpenPanel,
  aPanel,
  declare,
  interviewsPass,
  type PanelStory,
  scoreRound,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { readCalendar } from "#tests/support/read-calendar.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

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
    expect(refusalOf(await arrangeInterview(officer, { ...at, interview: anHour(4) }))).toBe(
      "interviewChangedMeanwhile",
    );
    must(await arrangeInterview(officer, { ...at, interview: anHour(4, 1) }));
    expect(refusalOf(await callOffInterview(officer, { ...at, version: 1 }))).toBe(
      "interviewChangedMeanwhile",
    );
    must(await callOffInterview(officer, { ...at, version: 2 }));
    expect(refusalOf(await callOffInterview(officer, { ...at, version: 3 }))).toBe(
      "interviewChangedMeanwhile",
    );
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
    expect(refusalOf(await arrangeInterview(officer, order))).toBe("notArranging");
    await scoreRound(desk, desk.criterionIds.slice(0, 3));
    must(await revealSheets(desk.chair, desk));
    expect(refusalOf(await arrangeInterview(desk.chair, order))).toBe("notPermitted");
    expect(refusalOf(await arrangeInterview(officer, { ...order, interview: anHour(-1) }))).toBe(
      "interviewPast",
    );
    must(await arrangeInterview(officer, order));
    expect(refusalOf(await arrangeInterview(officer, { ...order, candidacyId: other }))).toBe(
      "interviewOverlaps",
    );
    const elsewhere = await anInterviewPanel();
    const strange = { ...order, candidacyId: elsewhere.candidacyIds[0] ?? "" };
    expect(refusalOf(await arrangeInterview(officer, strange))).toBe("notFound");
    const plain = await anOpenPanel();
    const unheard = { ...order, panelId: plain.panelId, candidacyId: plain.candidacyIds[0] ?? "" };
    expect(refusalOf(await arrangeInterview(plain.officer, unheard))).toBe("notArranging");
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
    expect(await brokenPanelRules()).toEqual([]);
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
