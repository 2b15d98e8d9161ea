import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import {
  listEngagements,
  readEngagement,
  readUsefulness,
} from "#app/mentoring/engagement/engagement.queries.server.ts";
import { cancelSession } from "#app/mentoring/session/cancel-session.server.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { sessionTasks } from "#app/mentoring/session/session-tasks.queries.server.ts";
import { readCalendar } from "#app/mentoring/session/tell-session.server.ts";
import { database } from "#app/platform/database.server.ts";
import {
  aHeldSession,
  anEngagement,
  aSession,
  type EngagementStory,
  hoursOn,
} from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const SECRET = "We spoke of my first report to the Council.";

const feedBack = (actor: Actor, sessionId: string, usefulness: 1 | 2 | 3 | 4 = 4) =>
  giveFeedback(actor, { sessionId, feedback: { usefulness, comment: SECRET } }).then(must);

/** Everything that the pages of engagements and sessions show an actor, as text. */
const shownTo = async (actor: Actor, { engagementId }: EngagementStory, sessionId: string) =>
  JSON.stringify([
    await listEngagements(actor, 1),
    await readEngagement(actor, engagementId),
    await readSession(actor, sessionId),
  ]);

const strangers = async () => {
  const other = await anEngagement();
  return [other.mentor, other.mentee, await anAccount("focalPoint", "F"), await anAccount("candidate", "C")];
};

describe("who sees what", () => {
  it("a pair sees its sessions; to another pair they are not there", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    for (const actor of [story.mentor, story.mentee]) {
      expect(await readEngagement(actor, story.engagementId)).toMatchObject({
        id: story.engagementId,
        firstDueOn: "2027-02-14",
        mentor: { name: "Awa Diallo", timeZone: "Africa/Dakar" },
        mentee: { name: "Noor Diallo", timeZone: "Asia/Amman" },
        ownZone: actor === story.mentor ? "Africa/Dakar" : "Asia/Amman",
        sessions: [{ id: sessionId, state: "scheduled", startsAt: "2027-01-16T12:00:00.000Z" }],
      });
      expect(await readSession(actor, sessionId)).toMatchObject({ channel: "video", sequence: 0 });
    }
    for (const actor of await strangers()) {
      expect(await readEngagement(actor, story.engagementId)).toBeNull();
      expect(await readSession(actor, sessionId)).toBeNull();
      const { engagements } = await listEngagements(actor, 1);
      expect(engagements.map(({ id }) => id)).not.toContain(story.engagementId);
    }
  });

  it("the role worn decides, not the person: a mentor is nobody's mentee by wearing that role", async () => {
    const story = await anEngagement();
    const worn = { ...story.mentor, role: "mentee" as const };
    expect(await readEngagement(worn, story.engagementId)).toBeNull();
    expect((await listEngagements({ ...story.mentor, personId: null }, 1)).total).toBe(0);
  });

  it("overseers see that sessions take place, not how, and have nothing to do there", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    for (const role of ["secretariat", "auditor"] as const) {
      const overseer = await anAccount(role, role);
      expect(await readEngagement(overseer, story.engagementId)).toMatchObject({ own: null });
      expect(await readSession(overseer, sessionId)).toMatchObject({
        own: null,
        channel: null,
        may: { move: false, cancel: false, hold: false, giveFeedback: false },
      });
      expect(await readCalendar(overseer, sessionId, "en")).toBeNull();
    }
  });

  it("a comment and a rating are their author's alone", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story);
    await feedBack(story.mentee, sessionId);
    expect(await readSession(story.mentee, sessionId)).toMatchObject({
      feedback: { usefulness: 4, comment: SECRET },
      may: { giveFeedback: false },
    });
    expect(await shownTo(story.mentee, story, sessionId)).toContain(SECRET);
    const officer = { ...story.mentee, role: "secretariat" as const };
    for (const actor of [story.mentor, officer, await anAccount("auditor", "A")]) {
      expect(await shownTo(actor, story, sessionId)).not.toContain(SECRET);
      expect(await shownTo(actor, story, sessionId)).not.toContain("usefulness");
    }
    const awaits = async (actor: Actor) =>
      (await readEngagement(actor, story.engagementId))?.sessions.map((session) => session.awaits);
    expect(await awaits(story.mentor)).toEqual(["feedback"]);
    expect(await awaits(story.mentee)).toEqual([null]);
    await aSession(story, 48);
    expect(await hoursOn(47, () => awaits(story.mentor))).toEqual([null, "feedback"]);
    expect(await hoursOn(48, () => awaits(story.mentor))).toEqual(["outcome", "feedback"]);
    expect(await hoursOn(48, () => awaits(officer))).toEqual([null, null]);
  });
});

describe("listEngagements", () => {
  it("counts what was held, names what comes next, and asks as often for many as for one", async () => {
    const story = await anEngagement();
    await aSession(story, 200);
    const one = await countQueries(() => listEngagements(story.mentor, 1));
    await aHeldSession(story, 24);
    await aHeldSession(story, 48);
    const sessionId = await aSession(story, 72);
    const cancelled = await aSession(story, 60);
    must(await hoursOn(50, () => cancelSession(story.mentee, { sessionId: cancelled, sequence: 0 })));
    await anEngagement({ with: story });
    await anEngagement({ with: story, state: "ended" });
    const many = await countQueries(() => hoursOn(50, () => listEngagements(story.mentor, 1)));
    expect(many.queries).toBe(one.queries);
    expect(many.value.total).toBe(3);
    const states = many.value.engagements.map(({ state }) => state);
    expect(states).toEqual(["active", "active", "ended"]);
    expect(many.value.engagements.find(({ id }) => id === story.engagementId)).toMatchObject({
      held: 2,
      next: "2027-01-18T12:00:00.000Z",
      post: { roleKind: expect.objectContaining({ nameEn: expect.any(String) }) },
    });
    expect(sessionId).not.toBe(cancelled);
  });
});

describe("readEngagement, readSession", () => {
  it("ask as often for many sessions as for one", async () => {
    const story = await anEngagement();
    const sessionId = await aHeldSession(story, 24);
    await feedBack(story.mentor, sessionId);
    const few = await countQueries(() => readEngagement(story.mentor, story.engagementId));
    for (const hours of [48, 72, 96]) await feedBack(story.mentor, await aHeldSession(story, hours));
    const many = await countQueries(() => readEngagement(story.mentor, story.engagementId));
    expect(many.value?.sessions).toHaveLength(4);
    expect(many.queries).toBe(few.queries);
  });

  it("offer what the hour allows", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    const may = async (hours: number) =>
      (await hoursOn(hours, () => readSession(story.mentee, sessionId)))?.may;
    expect(await may(23)).toEqual({ move: true, cancel: true, hold: false, giveFeedback: false });
    expect(await may(24)).toEqual({ move: false, cancel: false, hold: true, giveFeedback: false });
    const held = await aHeldSession(story, 48);
    expect((await readSession(story.mentee, held))?.may).toEqual({
      move: false,
      cancel: false,
      hold: false,
      giveFeedback: true,
    });
    await database().engagement.update({ where: { id: story.engagementId }, data: { state: "ended" } });
    expect(await may(23)).toMatchObject({ move: false, cancel: true });
  });
});

describe("readCalendar", () => {
  it("gives each of the pair the session in their language, cancelled when it is", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story);
    expect(await readCalendar(story.mentor, sessionId, "en")).toContain("SUMMARY:Mentoring session");
    expect(await readCalendar(story.mentee, sessionId, "fr")).toContain("SUMMARY:Séance de mentorat");
    for (const actor of await strangers()) expect(await readCalendar(actor, sessionId, "en")).toBeNull();
    must(await hoursOn(1, () => cancelSession(story.mentee, { sessionId, sequence: 0 })));
    const told = await readCalendar(story.mentor, sessionId, "en");
    expect(told).toContain(`METHOD:CANCEL`);
    expect(told).toContain(`UID:${sessionId}\r\nSEQUENCE:1`);
  });
});

describe("readUsefulness", () => {
  it("speaks of all pairs together, and not before five people have", async () => {
    await database().sessionFeedback.deleteMany();
    for (const marks of [
      [4, 1],
      [3, 3],
    ] as const) {
      const story = await anEngagement();
      const sessionId = await aHeldSession(story);
      await feedBack(story.mentor, sessionId, marks[0]);
      await feedBack(story.mentee, sessionId, marks[1]);
    }
    expect(await readUsefulness()).toBeNull();
    const fifth = await anEngagement();
    const sessionId = await aHeldSession(fifth);
    await feedBack(fifth.mentor, sessionId, 4);
    expect(await readUsefulness()).toEqual({ share: 0.8, count: 5 });
    await feedBack(fifth.mentee, sessionId, 1);
    expect(await readUsefulness()).toEqual({ share: 0.8, count: 5 });
  });
});

describe("sessionTasks", () => {
  const ids = async (hours: number, actor: Actor) =>
    (await hoursOn(hours, () => sessionTasks(actor))).map(({ id }) => id);

  it("leads a pair from the first session through its outcome to each one's feedback", async () => {
    const story = await anEngagement();
    const [first] = await hoursOn(0, () => sessionTasks(story.mentee));
    expect(first).toMatchObject({
      id: `firstSession:${story.engagementId}`,
      params: { other: "Awa Diallo" },
      to: `/engagements/${story.engagementId}/sessions/new`,
      dueAt: "2027-02-14",
    });
    const sessionId = await aSession(story);
    expect(await ids(23, story.mentee)).toEqual([]);
    expect(await ids(24, story.mentor)).toEqual([`hold:${sessionId}`]);
    const held = await aHeldSession(story, 48);
    expect(await ids(50, story.mentor)).toEqual([`hold:${sessionId}`, `feedback:${held}`]);
    await feedBack(story.mentor, held);
    expect(await ids(50, story.mentor)).toEqual([`hold:${sessionId}`]);
    expect(await ids(50, story.mentee)).toEqual([`hold:${sessionId}`, `feedback:${held}`]);
    expect(await ids(24 * 40, story.mentee)).toEqual([`hold:${sessionId}`]);
  });

  it("tells the secretariat of pairs that have fallen silent, and nobody else of anything", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const never = await anEngagement();
    const met = await anEngagement();
    await aHeldSession(met, 48);
    const planned = await anEngagement();
    await aSession(planned, 24 * 60);
    const mine = async (day: number) => {
      const quiet = await ids(24 * day, officer);
      return [never, met, planned].map(({ engagementId }) => quiet.includes(`quiet:${engagementId}`));
    };
    expect(await mine(20)).toEqual([false, false, false]);
    expect(await mine(31)).toEqual([true, true, false]);
    expect(await ids(24 * 31, await anAccount("auditor", "Auditor"))).toEqual([]);
  });

  it("asks as often for many pairs as for one", async () => {
    const story = await anEngagement();
    const second = await anEngagement({ with: story });
    await aHeldSession(story);
    const count = () => countQueries(() => hoursOn(60, () => sessionTasks(story.mentor)));
    const few = await count();
    expect(few.value).toHaveLength(2);
    await anEngagement({ with: story });
    await aHeldSession(second, 30);
    await aSession(story, 40);
    const many = await count();
    expect(many.value).toHaveLength(4);
    expect(many.queries).toBe(few.queries);
  });
});
