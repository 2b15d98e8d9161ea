import { describe, expect, it } from "vitest";
import { shareHandOver } from "#app/mentoring/concern/share-hand-over.server.ts";
import { endCompleted } from "#app/mentoring/engagement/end-completed.server.ts";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { readLeaving, readPairWork } from "#app/mentoring/engagement/pair.queries.server.ts";
import { leaveMentoring } from "#app/mentoring/pool/leave-mentoring.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, aSession, type EngagementStory, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const engagement = (id: string) => database().engagement.findUniqueOrThrow({ where: { id } });
const mentorOf = ({ mentor }: EngagementStory) =>
  database().mentor.findUniqueOrThrow({ where: { personId: mentor.personId ?? "" } });
const mailsOf = (engagementId: string, kind: string) =>
  database().outgoingMail.findMany({ where: { kind, dedupeKey: { contains: engagementId } } });

describe("ending early", () => {
  it("asks for no reason, frees the place, calls sessions off in both calendars and tells the other neutrally", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    const sessionId = await aSession(story, 72);
    must(await hoursOn(30, () => endEngagement(mentee, { engagementId, another: false })));
    expect(await engagement(engagementId)).toMatchObject({ state: "ended", ending: "early" });
    expect((await mentorOf(story)).activePairs).toBe(0);
    const session = await database().mentoringSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(session).toMatchObject({ state: "cancelled", sequence: 1 });
    const off = await database().outgoingMail.findMany({
      where: { kind: "sessionCancelled", dedupeKey: { contains: sessionId } },
    });
    expect(off.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      [mentor, mentee].map(({ userId }) => `${userId}@example.org`).toSorted(),
    );
    for (const { calendar, calendarMethod, params } of off) {
      expect(calendarMethod).toBe("CANCEL");
      expect(calendar).toContain("METHOD:CANCEL");
      expect(calendar).toContain("SEQUENCE:1");
      expect(params).toMatchObject({ link: `/engagements/${engagementId}` });
    }
    const told = await mailsOf(engagementId, "pairEnded");
    expect(told.map(({ toAddress }) => toAddress)).toEqual([`${mentor.userId}@example.org`]);
    const [event] = await events(engagementId, "engagement.ended");
    expect(JSON.parse(event?.canonical ?? "").facts).toEqual({ ending: "early" });
  });

  it("leaves what has begun as it is: a session under way is still to be told of", async () => {
    const story = await anEngagement();
    const sessionId = await aSession(story, 24);
    must(await hoursOn(25, () => endEngagement(story.mentor, { ...story, another: false })));
    const { state } = await database().mentoringSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(state).toBe("scheduled");
  });

  it("happens once, however many end it at once, and for the pair alone", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    for (const actor of [(await anEngagement()).mentor, await anAccount("secretariat", "O")]) {
      expect(code(await endEngagement(actor, { engagementId, another: false }))).toBe("notFound");
    }
    const order = { engagementId, another: false };
    const both = await Promise.all([endEngagement(mentor, order), endEngagement(mentee, order)]);
    expect(both.map(code).toSorted()).toEqual(["ok", "pairEnded"]);
    expect((await mentorOf(story)).activePairs).toBe(0);
    expect(await events(engagementId, "engagement.ended")).toHaveLength(1);
  });
});

describe("the natural end", () => {
  it("comes after the last day, thanks both, and not before", async () => {
    const story = await anEngagement();
    await hoursOn(24 * 365, endCompleted);
    expect((await engagement(story.engagementId)).state).toBe("active");
    await hoursOn(24 * 366, endCompleted);
    expect(await engagement(story.engagementId)).toMatchObject({ state: "ended", ending: "complete" });
    await hoursOn(24 * 367, endCompleted);
    expect(await mailsOf(story.engagementId, "pairComplete")).toHaveLength(2);
    expect((await mentorOf(story)).activePairs).toBe(0);
  });
});

/** A mentor with three pairs at work, each with a session to come. */
async function threePairs() {
  const first = await anEngagement();
  const stories = [first, await anEngagement({ with: first }), await anEngagement({ with: first })];
  const { id: mentorId } = await mentorOf(first);
  await database().mentor.update({ where: { id: mentorId }, data: { capacity: 3, activePairs: 3 } });
  const sessions: string[] = [];
  for (const [n, story] of stories.entries()) sessions.push(await aSession(story, 100 + 24 * n));
  const { version } = await mentorOf(first);
  return { mentorId, version, mentor: first.mentor, stories, sessions };
}

describe("a mentor who leaves with three engagements", () => {
  it("ends each, tells each leader, opens each need at once, calls each session off and hands over", async () => {
    const { mentorId, version, mentor, stories, sessions } = await threePairs();
    const [first, second] = stories;
    if (!first || !second) throw new Error("no stories");
    const handOvers = { [first.engagementId]: "Ask her about the budget." };
    const left = await hoursOn(40, () => leaveMentoring(mentor, { mentorId, version, handOvers }));
    expect(must(left)).toEqual({ pairs: 3 });
    for (const { engagementId, mentee } of stories) {
      const ended = await database().engagement.findUniqueOrThrow({
        where: { id: engagementId },
        select: {
          state: true,
          ending: true,
          proposal: { select: { need: { select: { id: true, state: true } } } },
        },
      });
      expect(ended).toMatchObject({
        ...{ state: "ended", ending: "mentorLeft" },
        proposal: { need: { state: "stated" } },
      });
      const told = await mailsOf(engagementId, "mentorLeft");
      expect(told.map(({ toAddress }) => toAddress)).toEqual([`${mentee.userId}@example.org`]);
      expect(await events(ended.proposal.need.id, "need.reopened")).toHaveLength(1);
    }
    const off = await database().mentoringSession.findMany({ where: { id: { in: sessions } } });
    expect(off.map(({ state }) => state)).toEqual(["cancelled", "cancelled", "cancelled"]);
    const calendars = await database().outgoingMail.findMany({
      where: { kind: "sessionCancelled", OR: sessions.map((id) => ({ dedupeKey: { contains: id } })) },
    });
    expect(calendars).toHaveLength(6);
    expect(calendars.every(({ calendar }) => calendar?.includes("METHOD:CANCEL"))).toBe(true);
    expect(await mentorOf(first)).toMatchObject({ state: "resting", activePairs: 0 });
    expect(JSON.stringify(await database().handOver.findMany())).not.toContain("budget");
    expect((await readPairWork(first.mentee, first.engagementId))?.handOver).toMatchObject({
      text: "Ask her about the budget.",
      ...{ shared: false, mayShare: true },
    });
    expect((await readPairWork(second.mentee, second.engagementId))?.handOver).toBeNull();
    const officer = await anAccount("secretariat", "O");
    expect((await readPairWork(officer, first.engagementId))?.handOver).toBeNull();
  });

  it("may be ended by the secretariat, who hands nothing over and tells the mentor too", async () => {
    const { mentorId, version, mentor, stories } = await threePairs();
    const officer = await anAccount("secretariat", "O");
    expect(await readLeaving(officer, mentorId)).toMatchObject({ own: false, pairs: [{}, {}, {}] });
    const handOvers = Object.fromEntries(
      stories.map(({ engagementId }) => [engagementId, "An officer's words"]),
    );
    must(await leaveMentoring(officer, { mentorId, version, handOvers }));
    for (const { engagementId } of stories) {
      const told = await mailsOf(engagementId, "pairEnded");
      expect(told.map(({ toAddress }) => toAddress)).toEqual([`${mentor.userId}@example.org`]);
      expect(await database().handOver.count({ where: { engagementId } })).toBe(0);
    }
  });

  it("is nobody else's to do, and never half done: of two who do it at once one does", async () => {
    const { mentorId, version, mentor, stories } = await threePairs();
    const order = { mentorId, version, handOvers: {} };
    for (const actor of [
      stories[0]?.mentee ?? mentor,
      await anAccount("auditor", "A"),
      (await anEngagement()).mentor,
    ]) {
      expect(code(await leaveMentoring(actor, order))).toBe("notFound");
      expect(await readLeaving(actor, mentorId)).toBeNull();
    }
    const officer = await anAccount("secretariat", "O");
    const both = await Promise.all([leaveMentoring(mentor, order), leaveMentoring(officer, order)]);
    expect(both.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    for (const { engagementId } of stories) {
      expect(await events(engagementId, "engagement.ended")).toHaveLength(1);
    }
  });
});

/** A leader whose need is open again although a pair of it is at work, as it could come to be before that was refused. */
async function openBeside(state: "stated" | "declined") {
  const story = await anEngagement();
  const { proposal } = await database().engagement.findUniqueOrThrow({
    where: { id: story.engagementId },
    select: { proposal: { select: { needId: true } } },
  });
  await database().mentorshipNeed.update({ where: { id: proposal.needId }, data: { state } });
  const need = () => database().mentorshipNeed.findUniqueOrThrow({ where: { id: proposal.needId } });
  return { story, needId: proposal.needId, need };
}

describe("a need that is open already, or met by another pair", () => {
  it.each(["stated", "declined"] as const)("%s, keeps neither the mentor nor the leader", async (state) => {
    const one = await openBeside(state);
    const { id: mentorId, version } = await mentorOf(one.story);
    must(await leaveMentoring(one.story.mentor, { mentorId, version, handOvers: {} }));
    const other = await openBeside(state);
    must(await endEngagement(other.story.mentee, { ...other.story, another: true }));
    for (const { story, need, needId } of [one, other]) {
      expect((await engagement(story.engagementId)).state).toBe("ended");
      expect((await need()).state).toBe(state);
      expect(await events(needId, "need.reopened")).toEqual([]);
    }
  });

  it("stays met while a second pair of the same need is at work, and opens with the last", async () => {
    const { story, needId, need } = await openBeside("stated");
    await database().mentorshipNeed.update({ where: { id: needId }, data: { state: "matched" } });
    const second = await anEngagement();
    const { proposalId } = await engagement(second.engagementId);
    await database().matchProposal.update({ where: { id: proposalId }, data: { needId } });
    const { id: mentorId, version } = await mentorOf(second);
    must(await leaveMentoring(second.mentor, { mentorId, version, handOvers: {} }));
    expect((await need()).state).toBe("matched");
    must(await endEngagement(story.mentee, { ...story, another: true }));
    expect((await need()).state).toBe("stated");
    expect(await events(needId, "need.reopened")).toHaveLength(1);
  });
});

describe("what a mentor handed over", () => {
  it("is read by the next mentor once the leader wishes it", async () => {
    const story = await anEngagement();
    const { id: mentorId, version } = await mentorOf(story);
    const handOvers = { [story.engagementId]: "Ask her about the budget." };
    must(await leaveMentoring(story.mentor, { mentorId, version, handOvers }));
    const next = await anEngagement();
    await database().engagement.update({
      where: { id: next.engagementId },
      data: { menteeId: story.mentee.personId ?? "" },
    });
    const read = async () => (await readPairWork(next.mentor, next.engagementId))?.handedOver;
    expect(await read()).toEqual([]);
    expect(code(await shareHandOver(story.mentor, story.engagementId))).toBe("notFound");
    expect(code(await shareHandOver(next.mentee, story.engagementId))).toBe("notFound");
    must(await shareHandOver(story.mentee, story.engagementId));
    expect(await read()).toMatchObject([{ text: "Ask her about the budget." }]);
    expect(code(await shareHandOver(story.mentee, story.engagementId))).toBe("changedMeanwhile");
  });
});
