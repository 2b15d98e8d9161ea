import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { allotSeats, orderAllotment } from "./allot-seats.server.ts";
import { ATTENDANCES, type CourseEntry, TAKEN_STATES } from "./course.ts";

/** The secretariat enters a course in the catalogue. One that stands there as it is asked for is not entered again: a form is sent twice. */
export async function addCourse(actor: Actor, entry: CourseEntry): Promise<Result<{ courseId: string }>> {
  if (!can(actor, "course.keep")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const unknown = await refuseUnknown(tx, entry);
    if (unknown) return unknown;
    const again = await tx.course.findFirst({ where: columnsOf(entry), select: { id: true } });
    if (again) return ok({ courseId: again.id });
    const by = await tx.user.findUnique({ where: { id: actor.userId ?? "" }, select: { demo: true } });
    const { id } = await tx.course.create({
      data: { ...columnsOf(entry), demo: by?.demo ?? false, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, id, entry);
    return ok({ courseId: id });
  }, "Serializable");
}

/**
 * The secretariat changes a course; more seats are given to who waits at once, fewer than are taken are refused, and so is
 * a day to come of one that was held.
 */
export async function changeCourse(
  actor: Actor,
  { courseId, version, entry }: { courseId: string; version: number; entry: CourseEntry },
): Promise<Result<{ courseId: string }>> {
  if (!can(actor, "course.keep")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const unknown = await refuseUnknown(tx, entry);
    if (unknown) return unknown;
    const [taken, attended] = await Promise.all([
      tx.courseNomination.count({ where: { courseId, state: { in: [...TAKEN_STATES] } } }),
      tx.courseNomination.count({ where: { courseId, state: { in: [...ATTENDANCES] } } }),
    ]);
    if (taken > entry.seats) return refuse("seatsTaken", { count: taken }, "seats");
    if (attended > 0 && entry.startsOn > today()) return refuse("courseHeld", {}, "startsOn");
    const { count } = await tx.course.updateMany({
      where: { id: courseId, version },
      data: { ...columnsOf(entry), version: { increment: 1 } },
    });
    if (count === 0) {
      const there = await tx.course.count({ where: { id: courseId } });
      return refuse(there > 0 ? "changedMeanwhile" : "notFound");
    }
    await record(tx, actor, courseId, entry);
    await allotSeats(tx, courseId);
    return ok({ courseId });
  }, "Serializable");
}

async function refuseUnknown(tx: Transaction, { hostCode, languageCode }: CourseEntry) {
  const states = hostCode ? await tx.state.count({ where: { code: hostCode } }) : 1;
  if (states === 0) return refuse("stateUnknown", {}, "hostCode");
  const languages = await tx.language.count({ where: { code: languageCode } });
  return languages === 0 ? refuse("languageUnknown", {}, "languageCode") : null;
}

const columnsOf = ({ startsOn, endsOn, closesOn, hostCode, ...entry }: CourseEntry) => ({
  ...entry,
  hostCode: hostCode ?? null,
  startsOn: new Date(startsOn),
  endsOn: new Date(endsOn),
  closesOn: new Date(closesOn),
});

async function record(tx: Transaction, actor: Actor, courseId: string, entry: CourseEntry) {
  await orderAllotment(tx, courseId, entry.closesOn);
  const { title, startsOn, closesOn, seats, womenPercent } = entry;
  await appendEvent(tx, actor, {
    kind: "course.kept",
    subject: { type: "course", id: courseId },
    facts: { title, startsOn, closesOn, seats, womenPercent },
  });
}
