import { describe, expect, it } from "vitest";
import { sealForPair } from "#app/mentoring/engagement/pair-seal.queries.server.ts";
import { cancelSession } from "#app/mentoring/session/cancel-session.server.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { holdSession } from "#app/mentoring/session/hold-session.server.ts";
import { moveSession } from "#app/mentoring/session/move-session.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { readGoals, readSessionWork } from "#app/mentoring/session/session-work.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { aHeldSession, anEngagement, aSession, hoursOn, sessionIn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const row = (id: string) => database().mentoringSession.findUniqueOrThrow({ where: { id } });
const mails = (kind: string, sessionId: string) =>
  database().outgoingMail.findMany({
    where: { kind, dedupeKey: { contains: sessionId } },
    orderBy: { createdAt: "asc" },
  });
const factsOf = (event: { canonical: string } | undefined) => JSON.parse(event?.canonical ?? "{}").facts;

/** Everybody who is not of the pair, each of whom must find nothing there. */
const strangers = async () => {
  const other = await anEngagement();
  const overseers = await Promise.all(
    (["secretariat", "auditor", "focalPoint"] as const).map((role) => anAccount(role, role)),
  );
  return [other.mentor, other.mentee, ...overseers];
};

describe("scheduleSession", () => {
  it("sets a session, invites both in their zones with an entry for their calendars, and records when", async () => {
    const story = await anEngagement();
    const { engagementId, mentee, mentor } = story;
    const session = sessionIn(48, { durationMinutes: 90, channel: "telephone" });
    const { sessionId } = must(await hoursOn(0, () => scheduleSession(mentee, { engagementId, session })));
    expect(await row(sessionId)).toMatchObject({
      ...session,
      state: "scheduled",
      sequence: 0,
      scheduledById: mentee.userId,
    });
    const told = await mails("sessionInvited", sessionId);
    expect(told.map(({ params }) => params)).toEqual([
      {
        ...{ name: "Awa Diallo", other: "Noor Diallo", timeZone: "Africa/Dakar", minutes: 90 },
        ...{ startsAt: "2027-01-17T12:00:00.000Z", link: `/sessions/${sessionId}` },
      },
      expect.objectContaining({ name: "Noor Diallo", other: "Awa Diallo", timeZone: "Asia/Amman" }),
    ]);
    expect(told.map(({ toAddress }) => toAddress)).toEqual(
      [mentor, mentee].map(({ userId }) => `${userId}@example.org`),
    );
    for (const [n, { calendar, calendarMethod }] of told.entries()) {
      expect(calendarMethod).toBe("REQUEST");
      expect(calendar).toContain(`UID:${sessionId}\r\nSEQUENCE:0`);
      const start = ["Africa/Dakar:20270117T120000", "Asia/Amman:20270117T150000"][n];
      expect(calendar).toContain(`DTSTART;TZID=${start}`);
    }
    const [event] = await events(sessionId, "session.scheduled");
    expect(factsOf(event)).toEqual({ engagementId, startsAt: "2027-01-17T12:00:00.000Z", minutes: 90 });
  });

  it("is for the two of the pair: to everybody else it is not there", async () => {
    const { engagementId, mentor } = await anEngagement();
    const order = { engagementId, session: sessionIn(48) };
    const others = [...(await strangers()), { ...mentor, role: "mentee" as const }];
    for (const actor of others)
      expect(code(await hoursOn(0, () => scheduleSession(actor, order)))).toBe("notFound");
    expect(await database().mentoringSession.count({ where: { engagementId } })).toBe(0);
  });

  it("refuses what has passed, the days after the engagement, and an engagement that has ended", async () => {
    const { engagementId, mentor } = await anEngagement();
    const attempt = (session: ReturnType<typeof sessionIn>, id = engagementId) =>
      hoursOn(10, () => scheduleSession(mentor, { engagementId: id, session })).then(code);
    expect(await attempt(sessionIn(10))).toBe("sessionInPast");
    expect(await attempt(sessionIn(400 * 24))).toBe("sessionOutsideEngagement");
    const ended = await anEngagement({ state: "ended" });
    expect(
      code(await hoursOn(0, () => scheduleSession(ended.mentor, { ...ended, session: sessionIn(9) }))),
    ).toBe("engagementEnded");
  });

  it("keeps either of the two from two sessions at once, in another pair too", async () => {
    const story = await anEngagement();
    const second = await anEngagement({ with: story });
    await aSession(story, 48);
    const attempt = (hours: number) =>
      hoursOn(0, () =>
        scheduleSession(second.mentee, { engagementId: second.engagementId, session: sessionIn(hours) }),
      ).then(code);
    expect(await attempt(48.5)).toBe("timeTaken");
    expect(await attempt(47.5)).toBe("timeTaken");
    expect(await attempt(49)).toBe("ok");
  });

  it("lets one of two tabs through that ask for the same hour at once", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const order = { engagementId, session: sessionIn(48) };
    const answers = await hoursOn(0, () =>
      Promise.all([mentor, mentee, mentor].map((actor) => scheduleSession(actor, order))),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "timeTaken", "timeTaken"]);
    expect(await database().mentoringSession.count({ where: { engagementId } })).toBe(1);
  });
});

describe("moveSession", () => {
  it("raises the sequence and invites anew under the same identity", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const session = sessionIn(72, { channel: "inPerson" });
    must(await hoursOn(1, () => moveSession(story.mentee, { sessionId, sequence: 0, session })));
    expect(await row(sessionId)).toMatchObject({ ...session, sequence: 1, state: "scheduled" });
    const told = await mails("sessionInvited", sessionId);
    expect(told).toHaveLength(4);
    expect(told.filter(({ calendar }) => calendar?.includes(`UID:${sessionId}\r\nSEQUENCE:1`))).toHaveLength(
      2,
    );
    const [event] = await events(sessionId, "session.moved");
    expect(factsOf(event)).toMatchObject({
      from: "2027-01-16T12:00:00.000Z",
      startsAt: "2027-01-18T12:00:00.000Z",
    });
  });

  it("may keep part of its own hour", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const order = { sessionId, sequence: 0, session: sessionIn(24.5) };
    expect(code(await hoursOn(1, () => moveSession(story.mentor, order)))).toBe("ok");
  });

  it("refuses a page gone stale, a session that has begun, and a time that is taken", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    await aSession(story, 100);
    const attempt = (hours: number, sequence: number, session = sessionIn(72)) =>
      hoursOn(hours, () => moveSession(story.mentor, { sessionId, sequence, session })).then(code);
    expect(await attempt(1, 1)).toBe("changedMeanwhile");
    expect(await attempt(1, 0, sessionIn(100))).toBe("timeTaken");
    expect(await attempt(1, 0, sessionIn(0))).toBe("sessionInPast");
    expect(await attempt(24, 0)).toBe("sessionStarted");
    expect(await row(sessionId)).toMatchObject({ ...sessionIn(24), sequence: 0 });
    expect(await mails("sessionInvited", sessionId)).toHaveLength(2);
  });

  it("lets one of a move and a cancellation through that meet", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const answers = await hoursOn(1, () =>
      Promise.all([
        moveSession(story.mentor, { sessionId, sequence: 0, session: sessionIn(72) }),
        cancelSession(story.mentee, { sessionId, sequence: 0 }),
      ]),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { sequence } = await row(sessionId);
    expect(sequence).toBe(1);
    expect((await events(sessionId)).filter(({ kind }) => kind !== "session.scheduled")).toHaveLength(1);
  });

  it("is for the two of the pair", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const order = { sessionId, sequence: 0, session: sessionIn(72) };
    for (const actor of await strangers())
      expect(code(await hoursOn(1, () => moveSession(actor, order)))).toBe("notFound");
  });
});

describe("cancelSession", () => {
  it("takes it out of both calendars, once", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const order = { sessionId, sequence: 0 };
    const answers = await hoursOn(1, () =>
      Promise.all([cancelSession(story.mentor, order), cancelSession(story.mentee, order)]),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await row(sessionId)).toMatchObject({ state: "cancelled", sequence: 1 });
    const told = await mails("sessionCancelled", sessionId);
    expect(told.map(({ calendarMethod }) => calendarMethod)).toEqual(["CANCEL", "CANCEL"]);
    for (const { calendar, params } of told) {
      expect(calendar).toContain(`UID:${sessionId}\r\nSEQUENCE:1`);
      expect(calendar).toContain("STATUS:CANCELLED");
      expect(params).toMatchObject({ link: `/engagements/${story.engagementId}/sessions/new` });
    }
    expect(await events(sessionId, "session.cancelled")).toHaveLength(1);
  });

  it("frees the hour", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story, 48);
    must(await hoursOn(25, () => cancelSession(story.mentor, { sessionId, sequence: 0 })));
    const order = { engagementId: story.engagementId, session: sessionIn(48) };
    expect(code(await hoursOn(25, () => scheduleSession(story.mentee, order)))).toBe("ok");
  });

  it("refuses a session moved meanwhile, one that has begun, and everybody else", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    must(
      await hoursOn(1, () => moveSession(story.mentor, { sessionId, sequence: 0, session: sessionIn(30) })),
    );
    const attempt = (hours: number, sequence: number, actor = story.mentee) =>
      hoursOn(hours, () => cancelSession(actor, { sessionId, sequence })).then(code);
    expect(await attempt(2, 0)).toBe("changedMeanwhile");
    expect(await attempt(30, 1)).toBe("sessionStarted");
    for (const actor of await strangers()) expect(await attempt(2, 1, actor)).toBe("notFound");
    expect((await row(sessionId)).state).toBe("scheduled");
  });
});

describe("holdSession", () => {
  it("says from the first minute whether it took place, once for both", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const attempt = (hours: number, outcome: "held" | "noShow", actor = story.mentee) =>
      hoursOn(hours, () => holdSession(actor, { sessionId, outcome }));
    expect(code(await attempt(23, "held"))).toBe("sessionNotStarted");
    for (const actor of await strangers()) expect(code(await attempt(25, "held", actor))).toBe("notFound");
    const answers = await Promise.all([attempt(24, "held"), attempt(24, "noShow", story.mentor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const told = await events(sessionId, "session.held");
    expect(told.map(factsOf)).toEqual([
      { engagementId: story.engagementId, outcome: (await row(sessionId)).state },
    ]);
    expect(code(await attempt(25, "held"))).toBe("wrongState");
  });

  it("keeps how long it lasted and where each goal of the pair stands, and nothing of who stayed away", async () => {
    const story = await anEngagement();
    const other = await anEngagement();
    const goal = (engagementId: string, position: number) =>
      database().engagementGoal.create({
        data: { engagementId, position, text: sealForPair(engagementId, `Goal ${position}`) },
      });
    const [first, second, foreign] = [
      await goal(story.engagementId, 1),
      await goal(story.engagementId, 2),
      await goal(other.engagementId, 1),
    ];
    const goals = [
      { goalId: first.id, progress: 3 as const },
      { goalId: second.id },
      { goalId: foreign.id, progress: 4 as const },
    ];
    const sessionId = await aSession(story);
    const order = { sessionId, outcome: "held" as const, heldMinutes: 75, goals };
    must(await hoursOn(26, () => holdSession(story.mentee, order)));
    expect(await row(sessionId)).toMatchObject({ state: "held", heldMinutes: 75 });
    expect(await database().sessionGoalProgress.findMany({ where: { sessionId } })).toEqual([
      { sessionId, goalId: first.id, progress: 3 },
    ]);
    const read = await readSessionWork(story.mentor, sessionId, { screenShared: false });
    expect(read?.goals.map(({ text, progress }) => [text, progress])).toEqual([
      ["Goal 1", 3],
      ["Goal 2", null],
    ]);
    expect((await readGoals(story.engagementId)).map(({ progress }) => progress)).toEqual([3, null]);
    const missed = await aSession(story, 60);
    must(
      await hoursOn(62, () => holdSession(story.mentee, { ...order, sessionId: missed, outcome: "noShow" })),
    );
    expect(await row(missed)).toMatchObject({ state: "noShow", heldMinutes: null });
    expect(await database().sessionGoalProgress.count({ where: { sessionId: missed } })).toBe(0);
  });

  it("takes the planned length where nothing else is said, and asks nothing of goals where there are none", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    expect((await row(sessionId)).heldMinutes).toBe(60);
    expect((await readSessionWork(story.mentor, sessionId, { screenShared: false }))?.goals).toEqual([]);
  });
});

describe("giveFeedback", () => {
  const feedback = { usefulness: 4 as const, comment: "We spoke of my first report to the Council." };

  it("keeps each side's own, and tells the record that it was given but not what it says", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    for (const actor of [story.mentor, story.mentee])
      expect(code(await giveFeedback(actor, { sessionId, feedback }))).toBe("ok");
    expect(await database().sessionFeedback.count({ where: { sessionId, usefulness: 4 } })).toBe(2);
    for (const actor of [story.mentor, story.mentee])
      expect((await readSession(actor, sessionId))?.feedback).toMatchObject(feedback);
    const told = await events(sessionId, "feedback.given");
    expect(told).toHaveLength(2);
    for (const { canonical } of told) {
      expect(JSON.parse(canonical)).toMatchObject({
        facts: { engagementId: story.engagementId },
        committed: { feedback: expect.any(String) },
      });
      expect(canonical).not.toContain("Council");
      expect(canonical).not.toContain("usefulness");
    }
  });

  it("is given once, and in one of two tabs", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    const answers = await Promise.all([1, 2].map(() => giveFeedback(story.mentee, { sessionId, feedback })));
    expect(answers.map(code).toSorted()).toEqual(["feedbackGiven", "ok"]);
    expect(await events(sessionId, "feedback.given")).toHaveLength(1);
  });

  it("waits until the session is marked as held, and is for the two of the pair", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    expect(code(await giveFeedback(story.mentee, { sessionId, feedback }))).toBe("sessionNotHeld");
    must(await hoursOn(25, () => holdSession(story.mentee, { sessionId, outcome: "noShow" })));
    expect(code(await giveFeedback(story.mentee, { sessionId, feedback }))).toBe("sessionNotHeld");
    const held = await aHeldSession(story, 60);
    for (const actor of await strangers())
      expect(code(await giveFeedback(actor, { sessionId: held, feedback }))).toBe("notFound");
  });
});
