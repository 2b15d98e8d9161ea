import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { claimsAnother, openPersonAccount } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { allotSeats } from "./allot-seats.server.ts";
import { type CourseNominee, refuseNomination, seatTransitions } from "./course.ts";

type Nominated = Result<{ nominationId: string }>;

/**
 * A state nominates one of its people to a seat. They get one at once where the rule of the intake allows it, otherwise
 * their place on the waiting list, and are told either way.
 */
export async function nominateByState(
  actor: Actor,
  { courseId, nominee }: { readonly courseId: string; readonly nominee: CourseNominee },
): Promise<Nominated> {
  const stateCode = actingState(actor);
  if (stateCode === null || !can(actor, "course.nominate", { stateCode })) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const states = await tx.state.count({ where: { code: nominee.nationality } });
    if (states === 0) return refuse("stateUnknown", {}, "nationality");
    const open = await readOpen(tx, courseId);
    if (!open.ok) return open;
    const { email } = nominee;
    if (await claimsAnother(tx, actor, email)) return refuse("notNominable", {}, "email");
    const { personId } = await openPersonAccount(tx, actor, nominee, "candidate");
    const { givenName, familyName, reason } = nominee;
    return enter(tx, actor, { courseId, personId, stateCode, givenName, familyName, reason });
  }, "Serializable");
}

/** The secretariat nominates a member of the cadre, who has not paused or left it. */
export async function nominateMember(
  actor: Actor,
  order: { readonly courseId: string; readonly membershipId: string; readonly reason: string },
): Promise<Nominated> {
  const { courseId, membershipId, reason } = order;
  if (!can(actor, "course.nominate", { stateCode: null })) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const membership = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: { state: true, person: { select: { id: true, givenName: true, familyName: true } } },
    });
    if (!membership) return refuse("notFound");
    if (membership.state !== "active") return refuse("notActiveMember");
    const open = await readOpen(tx, courseId);
    if (!open.ok) return open;
    const { id: personId, givenName, familyName } = membership.person;
    return enter(tx, actor, { courseId, personId, stateCode: null, givenName, familyName, reason });
  }, "Serializable");
}

async function readOpen(tx: Transaction, courseId: string): Promise<Result<undefined>> {
  const course = await tx.course.findUnique({
    where: { id: courseId },
    select: { startsOn: true, closesOn: true },
  });
  if (!course) return refuse("notFound");
  const days = { startsOn: dayOf(course.startsOn), closesOn: dayOf(course.closesOn), today: today() };
  const refusal = refuseNomination(days);
  return refusal ? { ok: false, refusal } : ok();
}

interface Entry {
  readonly courseId: string;
  readonly personId: string;
  readonly stateCode: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly reason: string;
}

/**
 * Who nominated somebody is told so, as is the secretariat. Another state is told no more than it is of the address of an
 * account whose holder has not said who they are: that a state put somebody forward is that state's own.
 */
const refuseStanding = (standing: { readonly stateCode: string | null }, stateCode: string | null) =>
  stateCode === null || standing.stateCode === stateCode
    ? refuse("alreadyNominatedToCourse")
    : refuse("notNominable", {}, "email");

async function enter(tx: Transaction, actor: Actor, entry: Entry): Promise<Nominated> {
  const { courseId, personId, stateCode } = entry;
  const known = await tx.courseNomination.findMany({
    where: { courseId, personId },
    select: { id: true, state: true, stateCode: true },
  });
  const standing = known.find(({ state }) => !take(seatTransitions.comeBack, state, undefined).ok);
  if (standing) return refuseStanding(standing, stateCode);
  const data = {
    ...{ ...entry, state: "waiting" as const, nominatedAt: now(), nominatedById: actor.userId ?? "" },
    ...{ seatedAt: null, exception: null },
  };
  // What another nominator took back stays theirs, as they left it.
  const own = known.find((one) => one.stateCode === stateCode);
  const { id: nominationId } = own
    ? await tx.courseNomination.update({
        where: { id: own.id },
        data: { ...data, version: { increment: 1 } },
        select: { id: true },
      })
    : await tx.courseNomination.create({ data, select: { id: true } });
  await appendEvent(tx, actor, {
    kind: "course.nominated",
    subject: { type: "courseNomination", id: nominationId },
    facts: { courseId, personId, stateCode },
    committed: { reason: entry.reason },
  });
  await allotSeats(tx, courseId);
  await tellWaiting(tx, nominationId);
  return ok({ nominationId });
}

/** Tells who has not been seated at once; who has is told of the seat. */
async function tellWaiting(tx: Transaction, id: string): Promise<void> {
  const nomination = await tx.courseNomination.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      nominatedAt: true,
      course: { select: { title: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
  const { state, person, course, nominatedAt } = nomination;
  if (state !== "waiting") return;
  await queueMail(tx, {
    kind: "courseWaiting",
    to: person.email,
    locale: person.user?.locale ?? "en",
    params: {
      name: `${person.givenName} ${person.familyName}`,
      course: course.title,
      link: paths.myDevelopment(),
    },
    dedupeKey: `courseWaiting:${id}:${nominatedAt.toISOString()}`,
  });
}
