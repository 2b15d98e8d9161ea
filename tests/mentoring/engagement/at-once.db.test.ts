import { expect, it } from "vitest";
import { acceptProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { updateMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { leaveMentoring } from "#app/mentoring/pool/leave-mentoring.server.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { forgetOwnNotes, keepNote } from "#app/mentoring/session/keep-note.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { readSessionWork } from "#app/mentoring/session/session-work.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code } from "#tests/support/cadre-story.ts";
import { aHeldSession, anEngagement, aSession, hoursOn, sessionIn } from "#tests/support/engagement-story.ts";
import { aLeader, aMentorIn, aProfile, daysOn } from "#tests/support/mentoring-story.ts";

const rulesBroken = async () => (await checkData(database())).map(({ rule }) => rule.name);

it("a mentor who lowers their capacity while leaders accept never holds more pairs than places", async () => {
  const { actor: mentor, mentorId } = await aMentorIn("available", { columns: { capacity: 3 } });
  const leaders = [await aLeader(), await aLeader(), await aLeader()];
  const run = await database().matchRun.create({
    data: { ranById: "x", input: {}, inputHash: "x", certificate: {}, verified: true, unmatched: [] },
  });
  const proposals = await database().matchProposal.createManyAndReturn({
    data: leaders.map(({ needId }) => ({
      ...{ runId: run.id, needId, mentorId, score: 5000, explanation: {}, state: "proposed" as const },
      ...{ dueOn: new Date("2027-02-01"), mentorAcceptedAt: new Date("2027-01-16") },
    })),
    select: { id: true, needId: true },
  });
  const accept = ({ actor, needId }: (typeof leaders)[number]) => {
    const proposalId = proposals.find((one) => one.needId === needId)?.id ?? "";
    return daysOn(2, () => acceptProposal(actor, { proposalId }));
  };
  const [lowered, ...accepted] = await Promise.all([
    daysOn(2, () => updateMentor(mentor, aProfile({ capacity: 1 }))),
    ...leaders.map(accept),
  ]);
  const row = await database().mentor.findUniqueOrThrow({ where: { id: mentorId } });
  const began = accepted.filter(({ ok }) => ok).length;
  expect(row.activePairs).toBe(began);
  expect(await database().engagement.count({ where: { mentorId, state: "active" } })).toBe(began);
  expect(row.activePairs).toBeLessThanOrEqual(row.capacity);
  // Whoever was late is told why: the mentor that there are pairs, or the leaders that there is no place.
  if (code(lowered) === "ok") expect(row.capacity).toBe(1);
  else expect(["capacityBelowPairs", "changedMeanwhile"]).toContain(code(lowered));
  for (const answer of accepted) expect(["ok", "mentorHasNoPlace"]).toContain(code(answer));
  for (const leader of leaders) {
    const again = code(await accept(leader));
    expect(["wrongState", "mentorHasNoPlace", "notFound", "acceptedAlready"]).toContain(again);
  }
  expect(await database().engagement.count({ where: { mentorId } })).toBe(began);
});

it("a mentor who leaves with three pairs while each plans leaves no pair and no session behind", async () => {
  const first = await anEngagement();
  const mentor = await database().mentor.update({
    where: { personId: first.mentor.personId ?? "" },
    data: { capacity: 3, activePairs: 3 },
  });
  const stories = [first, await anEngagement({ with: first }), await anEngagement({ with: first })];
  for (const [n, story] of stories.entries()) await aSession(story, 200 + n * 24);
  const order = { mentorId: mentor.id, version: mentor.version, handOvers: {} };
  const [left, ...planned] = await Promise.all([
    hoursOn(40, () => leaveMentoring(first.mentor, order)),
    ...stories.map(({ mentee, engagementId }, n) =>
      hoursOn(40, () => scheduleSession(mentee, { engagementId, session: sessionIn(400 + n * 24) })),
    ),
  ]);
  expect(code(left)).toBe("ok");
  expect(planned).toHaveLength(3);
  const where = { engagementId: { in: stories.map(({ engagementId }) => engagementId) } };
  expect(await database().mentoringSession.count({ where: { ...where, state: "scheduled" } })).toBe(0);
  expect(await database().engagement.count({ where: { mentorId: mentor.id, state: "active" } })).toBe(0);
  expect(code(await hoursOn(40, () => leaveMentoring(first.mentor, order)))).toBe("changedMeanwhile");
  const late = { engagementId: first.engagementId, session: sessionIn(500) };
  expect(code(await hoursOn(41, () => scheduleSession(first.mentee, late)))).not.toBe("ok");
});

it("who writes for themselves while they have it all forgotten keeps what can be read, or nothing", async () => {
  const story = await anEngagement();
  const { mentee, engagementId } = story;
  const sessions = [
    await aHeldSession(story, 24),
    await aHeldSession(story, 48),
    await aHeldSession(story, 72),
  ];
  await Promise.all([
    forgetOwnNotes(mentee, engagementId),
    ...sessions.map((sessionId) =>
      giveFeedback(mentee, { sessionId, feedback: { usefulness: 3, comment: "For myself." } }),
    ),
    ...sessions.map((sessionId) =>
      keepNote(mentee, { sessionId, note: { kind: "mine", version: 0, body: "For myself." } }),
    ),
    forgetOwnNotes(mentee, engagementId),
  ]);
  for (const sessionId of sessions) {
    const comment = (await readSession(mentee, sessionId))?.feedback?.comment;
    expect(["", "For myself."]).toContain(comment);
    await expect(readSessionWork(mentee, sessionId, { screenShared: false })).resolves.not.toBeNull();
  }
  const broken = await rulesBroken();
  expect(broken).not.toContain("notes-of-the-pair");
  expect(broken).not.toContain("feedback-of-the-pair");
});
