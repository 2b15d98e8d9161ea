import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import type { Cadence } from "#app/mentoring/engagement/agreement.ts";
import { holdSession } from "#app/mentoring/session/hold-session.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import type { SessionTime } from "#app/mentoring/session/session.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "./must.ts";
import { anAccount } from "./screened-vacancy.ts";

/** A pair at work, as it stands once both have accepted the match. */
export interface EngagementStory {
  readonly engagementId: string;
  readonly mentor: Actor;
  readonly mentee: Actor;
}

/** The day on which the engagements of these tests begin. */
export const START = new Date("2027-01-15T12:00:00Z");

/** Runs `work` some hours after the engagements began. */
export const hoursOn = <T>(hours: number, work: () => Promise<T>): Promise<T> =>
  at(new Date(START.getTime() + hours * 3_600_000), work);

/** An account in one of the two roles, with the person behind it. */
async function aPerson(role: "mentor" | "mentee", name: string, timeZone: string): Promise<Actor> {
  const account = await anAccount(role, name);
  const { id: personId } = await database().person.create({
    data: {
      userId: account.userId,
      givenName: name,
      familyName: "Diallo",
      email: `${randomUUID()}@example.org`,
      gender: "woman",
      nationalities: ["SN"],
      timeZone,
    },
  });
  return { ...account, personId };
}

async function aMentor(): Promise<{ readonly actor: Actor; readonly mentorId: string }> {
  const actor = await aPerson("mentor", "Awa", "Africa/Dakar");
  const { id: mentorId } = await database().mentor.create({
    data: {
      personId: actor.personId ?? "",
      pledgedByCode: "SN",
      state: "available",
      statedGivenName: "As",
      statedFamilyName: "Typed",
      capacity: 2,
      activePairs: 1,
      weeklyHours: 4,
      availableFrom: START,
      availableTo: new Date("2029-01-01"),
      biography: "Led two missions.",
    },
  });
  return { actor, mentorId };
}

/** The mentorship need of a leader newly in post. */
async function aNeed(personId: string): Promise<string> {
  const mission = await database().mission.create({
    data: {
      acronym: `UN${randomUUID().slice(0, 8)}`,
      nameEn: "Mission",
      nameFr: "Mission",
      kind: "peacekeeping",
      host: "X",
      headquarters: "Y",
      startsOn: new Date("2020-01-01"),
    },
  });
  const post = await database().post.create({
    data: { missionId: mission.id, roleKindCode: "srsg", level: "USG" },
  });
  const appointment = await database().appointment.create({
    data: { postId: post.id, personId, startsOn: START, endsOn: new Date("2029-01-15") },
  });
  const need = await database().mentorshipNeed.create({
    data: { appointmentId: appointment.id, personId, state: "matched", dueOn: new Date("2027-02-14") },
  });
  return need.id;
}

/** A pair that has just begun; `with` gives an earlier pair's mentor a second mentee. */
export async function anEngagement(
  changes: { readonly with?: EngagementStory; readonly state?: "active" | "ended" } = {},
): Promise<EngagementStory> {
  const db = database();
  const known = changes.with
    ? {
        actor: changes.with.mentor,
        mentorId: (
          await db.mentor.findUniqueOrThrow({ where: { personId: changes.with.mentor.personId ?? "" } })
        ).id,
      }
    : await aMentor();
  const mentee = await aPerson("mentee", "Noor", "Asia/Amman");
  const needId = await aNeed(mentee.personId ?? "");
  const run = await db.matchRun.create({
    data: { ranById: "x", input: {}, inputHash: "x", certificate: {}, verified: true, unmatched: [] },
  });
  const proposal = await db.matchProposal.create({
    data: {
      runId: run.id,
      needId,
      mentorId: known.mentorId,
      state: "accepted",
      score: 8000,
      explanation: {},
      dueOn: START,
    },
  });
  const engagement = await db.engagement.create({
    data: {
      proposalId: proposal.id,
      mentorId: known.mentorId,
      menteeId: mentee.personId ?? "",
      state: changes.state ?? "active",
      startedOn: new Date("2027-01-15"),
      endsOn: new Date("2028-01-15"),
    },
  });
  return { engagementId: engagement.id, mentor: known.actor, mentee };
}

/** What a pair has both signed on how often to meet, so many hours after it began. */
export const agreeOn = ({ engagementId, mentor }: EngagementStory, cadence: Cadence, hours = 0) => {
  const signedAt = new Date(START.getTime() + hours * 3_600_000);
  return database().pairAgreement.create({
    data: {
      ...{
        engagementId,
        cadence,
        version: 1,
        state: "signed",
        minutes: 60,
        channel: "video",
        sealedTerms: "",
      },
      ...{ proposedById: mentor.personId ?? "", proposedAt: signedAt },
      ...{ mentorSignedAt: signedAt, menteeSignedAt: signedAt },
    },
  });
};

/** A time for a session, so many hours after the engagements began. */
export const sessionIn = (hours: number, changes: Partial<SessionTime> = {}): SessionTime => ({
  startsAt: new Date(START.getTime() + hours * 3_600_000),
  durationMinutes: 60,
  channel: "video",
  ...changes,
});

/** A session of the pair, set by the mentor a day before. */
export async function aSession(story: EngagementStory, hours = 24): Promise<string> {
  const { engagementId, mentor } = story;
  const order = { engagementId, session: sessionIn(hours) };
  return must(await hoursOn(hours - 24, () => scheduleSession(mentor, order))).sessionId;
}

/** A session that took place. */
export async function aHeldSession(story: EngagementStory, hours = 24): Promise<string> {
  const sessionId = await aSession(story, hours);
  must(await hoursOn(hours + 1, () => holdSession(story.mentor, { sessionId, outcome: "held" })));
  return sessionId;
}
