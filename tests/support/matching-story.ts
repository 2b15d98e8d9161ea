import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { anAccount } from "./screened-vacancy.ts";

const LONG_AGO = new Date("2020-01-01");
const FAR_AHEAD = new Date("2040-01-01");

async function somebody(role: "mentor" | "mentee", name: string, state: string): Promise<Actor> {
  const account = await anAccount(role, name);
  const { id: personId } = await database().person.create({
    data: {
      ...{ userId: account.userId, givenName: name, familyName: "Match" },
      ...{ email: `${randomUUID()}@example.org`, gender: "woman", nationalities: [state] },
      languages: { create: { languageCode: "en", level: 3 } },
    },
  });
  return { ...account, personId };
}

/** A mentor whom the matching looks at. */
export async function anAvailableMentor(name: string, capacity = 1) {
  const actor = await somebody("mentor", name, "SN");
  const { id: mentorId } = await database().mentor.create({
    data: {
      ...{ personId: actor.personId ?? "", pledgedByCode: "SN", state: "available", capacity },
      ...{ statedGivenName: name, statedFamilyName: "Match", weeklyHours: 4, biography: "Led." },
      ...{ topics: ["crisis"], availableFrom: LONG_AGO, availableTo: FAR_AHEAD },
    },
  });
  return { actor, mentorId };
}

/** A leader in post who has stated a need. */
export async function aStatedNeed(name: string) {
  const actor = await somebody("mentee", name, "FI");
  const mission = await database().mission.create({
    data: {
      acronym: `UN${randomUUID().slice(0, 8)}`,
      ...{ nameEn: "Mission", nameFr: "Mission", kind: "peacekeeping", host: "X", headquarters: "Y" },
      startsOn: LONG_AGO,
    },
  });
  const post = await database().post.create({
    data: { missionId: mission.id, roleKindCode: "srsg", level: "USG" },
  });
  const term = { startsOn: new Date("2026-01-01"), endsOn: FAR_AHEAD };
  const personId = actor.personId ?? "";
  const appointment = await database().appointment.create({ data: { postId: post.id, personId, ...term } });
  const { id: needId } = await database().mentorshipNeed.create({
    data: {
      ...{ appointmentId: appointment.id, personId, state: "stated", dueOn: FAR_AHEAD },
      topics: ["crisis"],
      languages: { create: { languageCode: "en", level: 3 } },
    },
  });
  return { actor, needId };
}

/** The proposals open now, each as the names of its two. */
export async function openPairs() {
  const name = { select: { givenName: true } } as const;
  const proposals = await database().matchProposal.findMany({
    where: { state: "proposed" },
    select: {
      id: true,
      needId: true,
      mentorId: true,
      mentorAcceptedAt: true,
      menteeAcceptedAt: true,
      mentor: { select: { person: name } },
      need: { select: { person: name } },
    },
  });
  return proposals.map(({ mentor, need, ...proposal }) => ({
    ...proposal,
    pair: `${mentor.person.givenName} ${need.person.givenName}`,
  }));
}
