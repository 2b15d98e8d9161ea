import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { dayOf, daysAfter, startOfDay } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { nextSeats } from "./course-seats.ts";

/**
 * Gives free seats to those who wait, as the rule of the intake has it, and tells each. Asked in the transaction that
 * frees a seat or adds a nomination, and by a job once nominations have closed; run again it finds nothing to do.
 */
export async function allotSeats(tx: Transaction, courseId: string): Promise<void> {
  const course = await tx.course.findUnique({
    where: { id: courseId },
    select: { seats: true, womenPercent: true, startsOn: true, closesOn: true },
  });
  if (!course || today() >= dayOf(course.startsOn)) return;
  const places = await tx.courseNomination.findMany({
    where: { courseId, state: { not: "withdrawn" } },
    orderBy: [{ nominatedAt: "asc" }, { id: "asc" }],
    select: { id: true, state: true, person: { select: { gender: true } } },
  });
  const { seats, womenPercent } = course;
  const chosen = nextSeats(
    { seats, womenPercent, closed: today() > dayOf(course.closesOn) },
    places.map(({ id, state, person }) => ({
      ...{ id, woman: person.gender === "woman", seated: state !== "waiting" },
    })),
  );
  for (const nominationId of chosen) await giveSeat(tx, nominationId);
}

/** The same, for the job that runs on the day after nominations close. */
export const allotAfterClosing = (courseId: string): Promise<void> =>
  inTransaction((tx) => allotSeats(tx, courseId), "Serializable");

/** Has the seats kept for women released on the day after the last day of nominations; moved where that day moves. */
export async function orderAllotment(tx: Transaction, courseId: string, closesOn: string): Promise<void> {
  const runAt = startOfDay(daysAfter(closesOn, 1));
  await enqueue(tx, "allotSeats", { courseId }, `allotSeats:${courseId}`, runAt);
}

/** One waiting nomination gets a seat: by its turn, or out of it for a reason. */
export async function giveSeat(tx: Transaction, nominationId: string, exception: string | null = null) {
  const { course, person, nominatedAt, courseId } = await tx.courseNomination.update({
    where: { id: nominationId },
    data: { state: "seated", seatedAt: now(), exception, version: { increment: 1 } },
    select: {
      courseId: true,
      nominatedAt: true,
      course: { select: { title: true, startsOn: true, venue: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  await appendEvent(tx, null, {
    kind: "course.seated",
    subject: { type: "courseNomination", id: nominationId },
    facts: { courseId, outOfTurn: exception !== null },
  });
  await queueMail(tx, {
    kind: "courseSeated",
    to: person.email,
    locale: person.user?.locale ?? "en",
    params: {
      name: `${person.givenName} ${person.familyName}`,
      course: course.title,
      venue: course.venue,
      startsOn: dayOf(course.startsOn),
      link: paths.myDevelopment(),
    },
    dedupeKey: `courseSeated:${nominationId}:${nominatedAt.toISOString()}`,
  });
}
