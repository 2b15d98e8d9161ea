import { describe, expect, it } from "vitest";
import { nudgePairs } from "#app/mentoring/engagement/nudge-pairs.server.ts";
import { addAction, markAction } from "#app/mentoring/session/keep-action.server.ts";
import { chooseReminders } from "#app/mentoring/session/keep-calendar.server.ts";
import { moveSession } from "#app/mentoring/session/move-session.server.ts";
import { remindAction } from "#app/mentoring/session/remind-action.server.ts";
import { remindSession } from "#app/mentoring/session/remind-session.server.ts";
import { sessionTasks } from "#app/mentoring/session/session-tasks.queries.server.ts";
import { readActions } from "#app/mentoring/session/shared-action.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import {
  agreeOn,
  aHeldSession,
  anEngagement,
  aSession,
  hoursOn,
  sessionIn,
} from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const mails = (kind: string, about: string) =>
  database().outgoingMail.findMany({
    where: { kind, dedupeKey: { contains: about } },
    orderBy: { toAddress: "asc" },
  });

/** The jobs that wait to remind of a session: how many hours before, and when. */
const waiting = (sessionId: string) => database().$queryRaw<{ key: string; run_at: Date }[]>`
  select key, run_at from graphile_worker.jobs where key like ${`remindSession:${sessionId}:%`} order by run_at`;

describe("remindSession", () => {
  it("is put down with the session for as long before it as there is time, and moves with it", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story, 100);
    const hoursBefore = async (start: number) =>
      (await waiting(sessionId)).map(
        ({ run_at }) => (sessionIn(start).startsAt.getTime() - run_at.getTime()) / 3_600_000,
      );
    expect(await hoursBefore(100)).toEqual([1]);
    must(
      await hoursOn(80, () => moveSession(story.mentor, { sessionId, sequence: 0, session: sessionIn(400) })),
    );
    expect(await hoursBefore(400)).toEqual([168, 48, 24, 1]);
  });

  it("reminds each as they chose, in their zone, once however often it runs", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story, 400);
    must(await chooseReminders(story.mentor, [48]));
    const occasion = (hours: number) => ({ sessionId, sequence: 0, hours });
    for (const hours of [168, 48, 24, 24, 1])
      await hoursOn(400 - hours, () => remindSession(occasion(hours)));
    const told = await mails("sessionReminder", sessionId);
    expect(told.map(({ dedupeKey, toAddress }) => [dedupeKey.split(":")[3], toAddress]).toSorted()).toEqual(
      [
        ["168", `${story.mentee.userId}@example.org`],
        ["24", `${story.mentee.userId}@example.org`],
        ["48", `${story.mentor.userId}@example.org`],
      ].toSorted(),
    );
    expect(told.map(({ params }) => params)).toContainEqual(
      expect.objectContaining({ name: "Noor Diallo", other: "Awa Diallo", timeZone: "Asia/Amman" }),
    );
  });

  it("keeps silent of a session moved since, begun, or with nobody who wants to be reminded", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story, 400);
    const remind = (hours: number, sequence = 0) =>
      hoursOn(hours, () => remindSession({ sessionId, sequence, hours: 24 }));
    await remind(376, 7);
    await remind(400);
    for (const actor of [story.mentor, story.mentee]) must(await chooseReminders(actor, []));
    await remind(376);
    expect(await mails("sessionReminder", sessionId)).toEqual([]);
  });
});

describe("remindAction", () => {
  it("reminds whoever does it, without saying of what, and nobody once it is done", async () => {
    const { mentor, mentee, engagementId } = await anEngagement();
    const add = (owner: "mentee" | "both") => {
      const action = { text: "Ring the minister.", owner, dueOn: "2027-02-01" };
      return hoursOn(1, () => addAction(mentor, { engagementId, action })).then(must);
    };
    await add("mentee");
    const [own] = (await readActions(mentor, engagementId))?.actions ?? [];
    const actionId = own?.id ?? "";
    await remindAction(actionId);
    await remindAction(actionId);
    const told = await mails("actionReminder", actionId);
    expect(told.map(({ toAddress }) => toAddress)).toEqual([`${mentee.userId}@example.org`]);
    expect(JSON.stringify(told)).not.toContain("minister");
    await add("both");
    const second =
      (await readActions(mentor, engagementId))?.actions.find(({ id }) => id !== actionId)?.id ?? "";
    must(await markAction(mentee, { engagementId, actionId: second, done: true }));
    await remindAction(second);
    expect(await mails("actionReminder", second)).toEqual([]);
    must(await markAction(mentee, { engagementId, actionId: second, done: false }));
    await remindAction(second);
    expect(await mails("actionReminder", second)).toHaveLength(2);
  });
});

describe("nudgePairs", () => {
  const DAY = 24;
  const nudged = async (engagementId: string) =>
    (await mails("pairNudged", engagementId))
      .map(({ dedupeKey }) => Number(dedupeKey.split(":")[3]))
      .toSorted();

  it("writes to both after 14 days of silence and after 28, once each, and begins again after a session", async () => {
    const story = await anEngagement();
    const { engagementId } = story;
    const run = (days: number) => hoursOn(days * DAY, nudgePairs);
    await run(13);
    expect(await nudged(engagementId)).toEqual([]);
    await Promise.all([run(14), run(14)]);
    await run(20);
    expect(await nudged(engagementId)).toEqual([14, 14]);
    await run(28);
    await run(60);
    expect(await nudged(engagementId)).toEqual([14, 14, 28, 28]);
    await aHeldSession(story, 61 * DAY);
    await run(70);
    expect(await nudged(engagementId)).toHaveLength(4);
    await run(76);
    expect(await nudged(engagementId)).toHaveLength(6);
  });

  it("writes to a pair that planned once, never said whether they met, and fell silent", async () => {
    const once = await anEngagement();
    await aSession(once, 10 * DAY);
    await hoursOn(9 * DAY, nudgePairs);
    expect(await nudged(once.engagementId)).toEqual([]);
    await hoursOn(14 * DAY, nudgePairs);
    expect(await nudged(once.engagementId)).toEqual([14, 14]);
    const officer = await anAccount("secretariat", "S");
    const tasks = await hoursOn(40 * DAY, () => sessionTasks(officer));
    expect(tasks.map(({ id }) => id)).toContain(`quiet:${once.engagementId}`);
  });

  it("gives a pair twice the time that agreed to meet every two months; the secretariat waits as long", async () => {
    const rare = await anEngagement();
    await agreeOn(rare, "everyTwoMonths", DAY);
    await aHeldSession(rare, 2 * DAY);
    const officer = await anAccount("secretariat", "S");
    const told = async (days: number) => {
      await hoursOn(days * DAY, nudgePairs);
      const tasks = await hoursOn(days * DAY, () => sessionTasks(officer));
      const task = tasks.find(({ id }) => id === `quiet:${rare.engagementId}`);
      return [await nudged(rare.engagementId), task?.dueAt ?? null];
    };
    expect(await told(29)).toEqual([[], null]);
    expect(await told(40)).toEqual([[28, 28], null]);
    expect(await told(60)).toEqual([[28, 28, 56, 56], "2027-03-14"]);
  });

  it("leaves alone who has planned a session or has ended; the secretariat is told of 28 days, and not why", async () => {
    const planned = await anEngagement();
    await aSession(planned, 50 * DAY);
    const ended = await anEngagement({ state: "ended" });
    const quiet = await anEngagement();
    await hoursOn(40 * DAY, nudgePairs);
    expect(await nudged(planned.engagementId)).toEqual([]);
    expect(await nudged(ended.engagementId)).toEqual([]);
    expect(await nudged(quiet.engagementId)).toEqual([28, 28]);
    const officer = await anAccount("secretariat", "S");
    const tasks = await hoursOn(40 * DAY, () => sessionTasks(officer));
    const told = tasks.filter(({ to }) => to === `/engagements/${quiet.engagementId}`);
    expect(told).toHaveLength(1);
  });
});
