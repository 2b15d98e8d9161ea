import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import type { StatedNeed } from "#app/mentoring/need/need.ts";
import { latestCode, latestSteps } from "#app/mentoring/pool/induction.queries.server.ts";
import type { MentorProfileForm } from "#app/mentoring/pool/mentor-form.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { START } from "./engagement-story.ts";
import { anAccount } from "./screened-vacancy.ts";

/** Runs `work` on the day on which these stories are told, so many days on. */
export const daysOn = <T>(days: number, work: () => Promise<T>): Promise<T> =>
  at(new Date(START.getTime() + days * 86_400_000), work);

/** A need as a form would post it; change what the test is about. */
export const aNeedStated = (changes: Partial<StatedNeed> = {}): StatedNeed => ({
  ...{ version: 0, topics: ["crisis"], languages: [{ code: "en", level: 3 }] },
  ...{ timeZone: "Africa/Nairobi", hoursFrom: 480, hoursTo: 1080 },
  ...{ wishedMentorIds: [], avoidMentorIds: [] },
  ...changes,
});

/** A profile as a form would post it; change what the test is about. */
export const aProfile = (changes: Partial<MentorProfileForm> = {}): MentorProfileForm => ({
  ...{ version: 0, capacity: 2, weeklyHours: 2, biography: "Led two missions." },
  ...{ availableFrom: "2026-01-01", availableTo: "2030-01-01", blackouts: [] },
  ...{ timeZone: "Africa/Dakar", hoursFrom: 480, hoursTo: 1080 },
  ...{ topics: ["crisis"], mandateTypes: [], languages: [{ code: "en", level: 3 }] },
  ...{ wishedRoleKinds: [], wishedMandates: [], wishedLanguages: [] },
  ...changes,
});

interface Person {
  readonly nationality?: string;
  readonly name?: string;
}

/** An account in a role, with the person behind it, who speaks English. */
export async function aPersonAs(
  role: "mentor" | "mentee",
  { nationality = "SN", name = "Awa" }: Person = {},
): Promise<Actor & { readonly personId: string; readonly userId: string }> {
  const account = await anAccount(role, name);
  const { id: personId } = await database().person.create({
    data: {
      ...{ userId: account.userId, givenName: name, familyName: randomUUID().slice(0, 8) },
      ...{ email: `${randomUUID()}@example.org`, gender: "woman", nationalities: [nationality] },
      languages: { create: { languageCode: "en", level: 3 } },
    },
  });
  if (account.userId === null) throw new Error("an account has an id");
  return { ...account, userId: account.userId, personId };
}

interface MentorColumns {
  readonly capacity?: number;
  readonly activePairs?: number;
  readonly topics?: string[];
  readonly checkedAt?: Date | null;
}

/** A mentor whom a state pledged, in the state wanted. */
export async function aMentorIn(
  state: "pledged" | "confirmed" | "briefed" | "available" | "resting",
  changes: Person & { readonly columns?: MentorColumns } = {},
) {
  const actor = await aPersonAs("mentor", changes);
  const { id: mentorId } = await database().mentor.create({
    data: {
      ...{ personId: actor.personId, pledgedByCode: "SN", state, topics: ["crisis"] },
      ...{ statedGivenName: "As", statedFamilyName: "Typed", biography: "Led two missions." },
      ...{ capacity: 1, weeklyHours: 4, checkedAt: START },
      ...{ availableFrom: new Date("2026-01-01"), availableTo: new Date("2030-01-01") },
      ...changes.columns,
    },
  });
  return { actor, mentorId };
}

/** A leader in post who was offered a mentor, and has stated their needs unless the test wants otherwise. */
export async function aLeader(
  changes: { readonly state?: "offered" | "stated"; readonly name?: string } = {},
) {
  const actor = await aPersonAs("mentee", { nationality: "JO", name: changes.name ?? "Noor" });
  const acronym = `UN${randomUUID().slice(0, 8)}`;
  const mission = await database().mission.create({
    data: {
      ...{ acronym, nameEn: "Mission", nameFr: "Mission", kind: "peacekeeping", host: "X" },
      ...{ headquarters: "Y", startsOn: new Date("2020-01-01") },
    },
  });
  const post = await database().post.create({
    data: { missionId: mission.id, roleKindCode: "srsg", level: "USG" },
  });
  const appointment = await database().appointment.create({
    data: {
      ...{ postId: post.id, personId: actor.personId },
      ...{ startsOn: START, endsOn: new Date("2029-01-15") },
    },
  });
  const { id: needId } = await database().mentorshipNeed.create({
    data: {
      ...{ appointmentId: appointment.id, personId: actor.personId, state: changes.state ?? "stated" },
      ...{ topics: ["crisis"], dueOn: new Date("2027-02-14") },
      languages: { create: { languageCode: "en", level: 3 } },
    },
  });
  return { actor, needId };
}

/** A secretariat officer. */
export const anOfficer = () => anAccount("secretariat", "Officer");

/** Nobody left over from another test waits for a mentor, takes pairs, or is held to any. */
export async function clearPool() {
  const db = database();
  await db.pairOrder.updateMany({ where: { liftedAt: null }, data: { liftedAt: START } });
  await db.matchWeights.deleteMany();
  await db.matchProposal.updateMany({ where: { state: "proposed" }, data: { state: "superseded" } });
  await db.mentorshipNeed.updateMany({ where: { state: "stated" }, data: { state: "declined" } });
  await db.mentor.updateMany({ where: { state: "available" }, data: { state: "resting" } });
  await db.matchRun.updateMany({
    where: { state: { in: ["waiting", "solving"] } },
    data: { state: "failed" },
  });
}

/** Everything a mentor has to do before they are briefed but the last: marks and code, as rows. */
export async function almostBriefed(mentorId: string, leave: string) {
  const steps = await latestSteps(database());
  await database().inductionDone.createMany({
    data: steps
      .filter(({ code }) => code !== leave)
      .map(({ code, version }) => ({
        ...{ mentorId, stepCode: code, version, doneOn: START, markedById: "x", byMentor: false },
      })),
  });
  const { version } = await latestCode(database());
  await database().codeAcknowledgement.create({ data: { mentorId, version } });
}
