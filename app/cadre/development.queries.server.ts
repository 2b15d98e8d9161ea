import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

const MOST_ITEMS = 100;
const MOST_COURSES = 50;

/** A member's plan, for the member, the secretariat and auditors. */
export async function readDevelopment(actor: Actor, where: { readonly id: string } | { personId: string }) {
  const member = await database().cadreMembership.findUnique({
    where,
    select: {
      ...{ id: true, personId: true, state: true },
      person: { select: { givenName: true, familyName: true } },
      consents: { where: { purpose: "assessments", given: true }, select: { purpose: true } },
      development: {
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: MOST_ITEMS,
        select: {
          ...{ id: true, kind: true, aim: true, dueOn: true, state: true, evidence: true, version: true },
        },
      },
    },
  });
  if (!member || !can(actor, "development.read", member)) return null;
  const { development, person, consents, ...membership } = member;
  return {
    ...membership,
    agrees: consents.length > 0,
    name: `${person.givenName} ${person.familyName}`,
    items: development.map((item) => ({ ...item, dueOn: dayOf(item.dueOn) })),
    mayKeep: member.state !== "withdrawn" && can(actor, "development.keep", member),
  };
}

export type DevelopmentPage = NonNullable<Awaited<ReturnType<typeof readDevelopment>>>;
export type DevelopmentRow = DevelopmentPage["items"][number];

/** The nominations of one person to courses, the latest course first. */
export async function listSeatsOf(personId: string) {
  const nominations = await database().courseNomination.findMany({
    where: { personId },
    orderBy: [{ course: { startsOn: "desc" } }, { id: "asc" }],
    take: MOST_COURSES,
    select: {
      ...{ id: true, state: true, courseId: true },
      course: { select: { title: true, venue: true, startsOn: true, endsOn: true } },
    },
  });
  return nominations.map(({ course, ...nomination }) => ({
    ...nomination,
    ...course,
    startsOn: dayOf(course.startsOn),
    endsOn: dayOf(course.endsOn),
  }));
}

export type SeatRow = Awaited<ReturnType<typeof listSeatsOf>>[number];

/** The courses to which nominations are still open, the next to begin first. */
export async function listOpenCourses() {
  const courses = await database().course.findMany({
    where: { closesOn: { gte: new Date(today()) } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST_COURSES,
    select: { id: true, title: true, startsOn: true },
  });
  return courses.map((course) => ({ ...course, startsOn: dayOf(course.startsOn) }));
}
