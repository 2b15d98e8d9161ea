import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { allotSeats, giveSeat } from "./allot-seats.server.ts";
import { type Attendance, type SeatOrder, seatTransitions, TAKEN_STATES } from "./course.ts";

/** Does with one nomination what its page asks for. */
export function decideSeat(actor: Actor, nominationId: string, order: SeatOrder): Promise<Result<undefined>> {
  switch (order.intent) {
    case "withdraw":
      return withdrawFromCourse(actor, nominationId);
    case "exception":
      return seatOutOfTurn(actor, { nominationId, reason: order.reason });
    case "attendance":
      return recordAttendance(actor, { nominationId, ...order });
  }
}

/**
 * Takes a nomination back: by who nominated, or by the person. A seat that it frees goes to who waits, in the same
 * transaction.
 */
export async function withdrawFromCourse(actor: Actor, nominationId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, nominationId);
    if (!found || !can(actor, "courseNomination.withdraw", found)) return refuse("notFound");
    const next = take(seatTransitions.withdraw, found.state, found.days);
    if (!next.ok) return next;
    await tx.courseNomination.update({
      where: { id: nominationId },
      data: { state: next.value, version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      kind: "course.withdrawn",
      subject: { type: "courseNomination", id: nominationId },
      facts: { courseId: found.courseId, from: found.state },
    });
    await allotSeats(tx, found.courseId);
    return ok();
  }, "Serializable");
}

/** Gives a free seat out of turn, or against the gender rule, for a reason that is kept and recorded. */
export async function seatOutOfTurn(
  actor: Actor,
  { nominationId, reason }: { readonly nominationId: string; readonly reason: string },
): Promise<Result<undefined>> {
  if (!can(actor, "course.keep")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const found = await load(tx, nominationId);
    if (!found) return refuse("notFound");
    const next = take(seatTransitions.seat, found.state, found.days);
    if (!next.ok) return next;
    const { courseId, seats } = found;
    const taken = await tx.courseNomination.count({ where: { courseId, state: { in: [...TAKEN_STATES] } } });
    if (taken >= seats) return refuse("noSeatFree");
    await giveSeat(tx, nominationId, reason);
    await appendEvent(tx, actor, {
      kind: "course.exception",
      subject: { type: "courseNomination", id: nominationId },
      facts: { courseId },
      committed: { reason },
    });
    return ok();
  }, "Serializable");
}

interface Attended {
  readonly nominationId: string;
  readonly attendance: Attendance;
  /** Of the nomination as it was read. */
  readonly version: number;
}

/**
 * Records who came and who completed, once the course has begun: of two who write it down the later is told what stands. What was completed enters the person's file as a
 * course taken, once; a correction takes it out again.
 */
export async function recordAttendance(
  actor: Actor,
  { nominationId, attendance, version }: Attended,
): Promise<Result<undefined>> {
  if (!can(actor, "course.keep")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const found = await load(tx, nominationId);
    if (!found) return refuse("notFound");
    if (found.version !== version) return refuse("changedMeanwhile");
    const next = take(seatTransitions[attendance], found.state, found.days);
    if (!next.ok) return next;
    await tx.courseNomination.update({
      where: { id: nominationId },
      data: { state: next.value, version: { increment: 1 } },
    });
    await keepOnFile(tx, found, next.value === "completed");
    await appendEvent(tx, actor, {
      kind: "course.attended",
      subject: { type: "courseNomination", id: nominationId },
      facts: { courseId: found.courseId, attendance },
    });
    return ok();
  }, "Serializable");
}

type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

async function keepOnFile(tx: Transaction, found: Found, completed: boolean) {
  const { personId, title, host, days, state } = found;
  const taken = { personId, name: title, organiser: host, year: Number(days.startsOn.slice(0, 4)) };
  if (!completed && state === "completed") await tx.leadershipCourse.deleteMany({ where: taken });
  if (!completed) return;
  if ((await tx.leadershipCourse.count({ where: taken })) === 0)
    await tx.leadershipCourse.create({ data: taken });
}

async function load(tx: Transaction, id: string) {
  const found = await tx.courseNomination.findUnique({
    where: { id },
    select: {
      ...{ courseId: true, personId: true, stateCode: true, state: true, version: true },
      course: { select: { title: true, host: true, seats: true, startsOn: true, closesOn: true } },
    },
  });
  if (!found) return null;
  const { course, ...nomination } = found;
  const days = { startsOn: dayOf(course.startsOn), closesOn: dayOf(course.closesOn), today: today() };
  return { ...nomination, title: course.title, host: course.host, seats: course.seats, days };
}
