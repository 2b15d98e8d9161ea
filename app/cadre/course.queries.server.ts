import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf, monthsAfter } from "#app/platform/utc-day.ts";
import { type CourseDays, refuseNomination } from "./course.ts";
import { courseEffect, EFFECT_YEARS } from "./course-effect.ts";

export const COURSES_PER_PAGE = 25;
const MOST_NOMINEES = 500;
const NAMED = { select: { nameEn: true, nameFr: true } } as const;

const SHOWN = {
  ...{ id: true, title: true, host: true, venue: true, level: true, seats: true, womenPercent: true },
  ...{ startsOn: true, endsOn: true, closesOn: true, demo: true },
  language: NAMED,
} as const satisfies Prisma.CourseSelect;

const inDays = <C extends { readonly startsOn: Date; readonly endsOn: Date; readonly closesOn: Date }>(
  course: C,
) => ({
  ...course,
  startsOn: dayOf(course.startsOn),
  endsOn: dayOf(course.endsOn),
  closesOn: dayOf(course.closesOn),
});

/** The catalogue, the latest first, with how many seats are taken and how many wait for one. */
export async function listCourses(page: number, perPage = COURSES_PER_PAGE) {
  const [total, courses] = await Promise.all([
    database().course.count(),
    database().course.findMany({
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: SHOWN,
    }),
  ]);
  const counts = await database().courseNomination.groupBy({
    by: ["courseId", "state"],
    where: { courseId: { in: courses.map(({ id }) => id) }, state: { not: "withdrawn" } },
    _count: true,
  });
  return {
    total,
    courses: courses.map((course) => {
      const ofIt = counts.filter(({ courseId }) => courseId === course.id);
      const waiting = ofIt.find(({ state }) => state === "waiting")?._count ?? 0;
      return {
        ...inDays(course),
        waiting,
        taken: ofIt.reduce((sum, { _count }) => sum + _count, 0) - waiting,
        open: course.closesOn >= new Date(today()),
      };
    }),
  };
}

export type CourseRow = Awaited<ReturnType<typeof listCourses>>["courses"][number];

/** One course with those nominated whom the reader may know: all for overseers, a state's own for its focal points. */
export async function readCourse(actor: Actor, courseId: string) {
  if (!can(actor, "course.read")) return null;
  const course = await database().course.findUnique({
    where: { id: courseId },
    select: {
      ...SHOWN,
      ...{ hostCode: true, languageCode: true, source: true, version: true },
      hostState: NAMED,
    },
  });
  if (!course) return null;
  const stateCode = actingState(actor);
  const all = can(actor, "courseNomination.list");
  const [nominees, counts] = await Promise.all([
    all || stateCode !== null ? listNominees({ courseId, ...(all ? {} : { stateCode }) }) : [],
    database().courseNomination.groupBy({ by: ["state"], where: { courseId }, _count: true }),
  ]);
  const count = (state: string) => counts.find((one) => one.state === state)?._count ?? 0;
  const days: CourseDays = { ...inDays(course), today: today() };
  return {
    ...inDays(course),
    nominees,
    seated: counts.reduce((sum, one) => sum + one._count, 0) - count("waiting") - count("withdrawn"),
    waiting: count("waiting"),
    open: refuseNomination(days) === null,
    begun: days.startsOn <= days.today,
    mayNominate: stateCode !== null && can(actor, "course.nominate", { stateCode }),
    mayKeep: can(actor, "course.keep"),
    listed: all || stateCode !== null,
  };
}

export type CoursePage = NonNullable<Awaited<ReturnType<typeof readCourse>>>;

async function listNominees(where: Prisma.CourseNominationWhereInput) {
  return await database().courseNomination.findMany({
    where,
    orderBy: [{ nominatedAt: "asc" }, { id: "asc" }],
    take: MOST_NOMINEES,
    select: {
      ...{ id: true, givenName: true, familyName: true, state: true },
      nominatedBy: NAMED,
    },
  });
}

export type CourseNomineeRow = CoursePage["nominees"][number];

/** One nomination to a seat, for its person, its state, and overseers. */
export async function readSeat(actor: Actor, nominationId: string) {
  const found = await database().courseNomination.findUnique({
    where: { id: nominationId },
    select: {
      ...{ id: true, courseId: true, personId: true, stateCode: true, state: true, reason: true },
      version: true,
      ...{ givenName: true, familyName: true, exception: true, nominatedAt: true },
      nominatedBy: NAMED,
      course: { select: { title: true, startsOn: true, endsOn: true, closesOn: true, seats: true } },
    },
  });
  if (!found || !can(actor, "courseNomination.read", found)) return null;
  const { course, nominatedAt, exception, ...nomination } = found;
  const begun = dayOf(course.startsOn) <= today();
  const keeps = can(actor, "course.keep");
  const live = found.state === "waiting" || found.state === "seated";
  return {
    ...nomination,
    nominatedOn: dayOf(nominatedAt),
    exception: can(actor, "courseNomination.list") ? exception : null,
    course: inDays(course),
    begun,
    mayAct: keeps || can(actor, "courseNomination.withdraw", found),
    mayWithdraw: live && !begun && can(actor, "courseNomination.withdraw", found),
    maySeat: keeps && found.state === "waiting" && !begun,
    mayRecord: keeps && begun && found.state !== "waiting" && found.state !== "withdrawn",
    overseer: can(actor, "courseNomination.list"),
  };
}

export type SeatPage = NonNullable<Awaited<ReturnType<typeof readSeat>>>;

/** The effect of all courses that ended long enough ago; null for whoever may not read it. */
export async function readCourseEffect(actor: Actor) {
  if (!can(actor, "course.readEffect")) return null;
  const latest = new Date(monthsAfter(today(), -12 * EFFECT_YEARS));
  const [row] = await database().$queryRaw<readonly { completed: number; reached: number }[]>`
    select count(*)::int as "completed", count(*) filter (where exists (
      select from "Candidacy" c join "StageEvent" e on e."candidacyId" = c."id"
      where c."personId" = taken."personId" and e."stage" = 'recommended'
        and e."reachedAt" >= taken."endsOn"
        and e."reachedAt" < taken."endsOn" + make_interval(years => ${EFFECT_YEARS}::int)))::int as "reached"
    from (select n."personId", min(k."endsOn") as "endsOn" from "CourseNomination" n
      join "Course" k on k."id" = n."courseId"
      where n."state" = 'completed' and k."endsOn" <= ${latest}::date group by 1) taken`;
  return courseEffect(row?.completed ?? 0, row?.reached ?? 0);
}
