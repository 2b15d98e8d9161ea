import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import type { CourseEntry, CourseNominee } from "#app/cadre/course.ts";
import { addCourse } from "#app/cadre/keep-course.server.ts";
import { nominateByState } from "#app/cadre/nominate-to-course.server.ts";
import type { Gender } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "./must.ts";
import { anAccount } from "./screened-vacancy.ts";

/** A day so many days from now. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A course of its own that takes nominations for a month and begins in two. */
export const someCourse = (changes: Partial<CourseEntry> = {}): CourseEntry => ({
  title: "Senior Mission Leaders Course",
  host: "Peace Operations Centre",
  venue: "Accra",
  languageCode: "en",
  level: "heads",
  startsOn: dayIn(60),
  endsOn: dayIn(71),
  closesOn: dayIn(30),
  seats: 2,
  womenPercent: 0,
  source: `https://example.org/courses/${randomUUID()}`,
  ...changes,
});

/** Somebody who may be nominated. */
export const someNominee = (gender: Gender = "man"): CourseNominee => ({
  givenName: "Sam",
  familyName: "Sample",
  email: `${randomUUID()}@example.org`,
  gender,
  nationality: "GH",
  reason: "Is to lead a component of a mission within two years.",
});

/** A course in the catalogue, with the officer who keeps it. */
export async function aCourse(changes: Partial<CourseEntry> = {}) {
  const officer = await anAccount("secretariat", "Officer");
  const { courseId } = must(await addCourse(officer, someCourse(changes)));
  return { officer, courseId };
}

/** A state nominates people of these genders, one after the other. */
export async function nominated(focalPoint: Actor, courseId: string, ...genders: readonly Gender[]) {
  const ids: string[] = [];
  for (const gender of genders) {
    const answer = await nominateByState(focalPoint, { courseId, nominee: someNominee(gender) });
    ids.push(must(answer).nominationId);
  }
  return ids;
}

/** How nominations stand, in their order. */
export async function standing(ids: readonly string[]) {
  const found = await database().courseNomination.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, state: true },
  });
  return ids.map((id) => found.find((one) => one.id === id)?.state);
}

/** The actor who is the person nominated. */
export async function nomineeOf(nominationId: string): Promise<Actor> {
  const { person } = await database().courseNomination.findUniqueOrThrow({
    where: { id: nominationId },
    select: { person: { select: { id: true, userId: true, givenName: true } } },
  });
  return {
    ...{ userId: person.userId, personId: person.id, name: person.givenName, role: "candidate" },
    ...{ stateCode: null, roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
}
