import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { CONFIRM_DAYS } from "./member-profile.ts";
import { RENEWAL_DAYS } from "./readiness.ts";
import { holdsOn } from "./valid-readiness.queries.server.ts";

const DAY_MS = 86_400_000;
const MOST = 50;
/** Days in which somebody answers who was proposed. */
const ANSWER_DAYS = 30;

/** What waits in the cadre: for the secretariat, people to admit; for a member, the file to confirm. */
export async function cadreTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "cadre.admit")) return [...(await admissions(actor)), ...(await revalidations())];
  if (actor.personId && can(actor, "membership.readOwn")) return ofMember(actor.personId, actor.locale);
  return [];
}

const soon = () => new Date(now().getTime() + RENEWAL_DAYS * DAY_MS);

/** Findings that end within ninety days, gathered, with the day of the first. */
async function revalidations(): Promise<readonly Task[]> {
  const { _count, _min } = await database().readiness.aggregate({
    where: {
      ...holdsOn(),
      AND: { expiresOn: { lte: soon() } },
      membership: { state: { in: ["active", "paused"] } },
    },
    _count: true,
    _min: { expiresOn: true },
  });
  if (_count === 0) return [];
  return [
    {
      id: "revalidate",
      title: "cadre.task.revalidate",
      params: { count: _count },
      to: paths.cadre({ standing: "expiring" }),
      dueAt: _min.expiresOn?.toISOString().slice(0, 10) ?? null,
    },
  ];
}

/** What waits for a member: the file to confirm, what is ending, and invitations that can still be answered. */
async function ofMember(personId: string, locale: string): Promise<readonly Task[]> {
  const [confirm, ending, invitations] = await Promise.all([
    confirmations(personId),
    database().readiness.findMany({
      where: {
        ...holdsOn(),
        AND: { expiresOn: { lte: soon() } },
        membership: { personId, state: { in: ["active", "paused"] } },
      },
      orderBy: { expiresOn: "asc" },
      take: MOST,
      select: { id: true, expiresOn: true, roleKind: { select: { nameEn: true, nameFr: true } } },
    }),
    database().vacancyInvitation.findMany({
      where: {
        membership: { personId, state: "active" },
        answer: null,
        vacancy: { state: "open", call: { state: "open", takesUntil: { gt: now() } } },
      },
      orderBy: { invitedAt: "asc" },
      take: MOST,
      select: { id: true, vacancy: { select: { reference: true, call: { select: { closesAt: true } } } } },
    }),
  ]);
  return [
    ...confirm,
    ...ending.map(
      ({ id, expiresOn, roleKind }): Task => ({
        id: `ending:${id}`,
        title: "cadre.task.ending",
        params: { role: nameIn(locale, roleKind) },
        to: paths.myMembership(),
        dueAt: expiresOn.toISOString().slice(0, 10),
      }),
    ),
    ...invitations.map(
      ({ id, vacancy }): Task => ({
        id: `invited:${id}`,
        title: "cadre.task.invited",
        params: { reference: vacancy.reference },
        to: paths.myMembership(),
        dueAt: vacancy.call?.closesAt?.toISOString() ?? null,
      }),
    ),
  ];
}

/**
 * People found suitable, not selected, who agreed to enter the cadre and are not in it: of cases that the officer may know,
 * and not the officer's own.
 */
async function admissions(actor: Actor): Promise<readonly Task[]> {
  const waiting = await database().candidacy.findMany({
    where: {
      ...notRecused(actor),
      state: { in: ["suitable", "recommended"] },
      vacancy: { state: { in: ["decided", "closed"] } },
      letters: { none: { audience: "candidate", state: "awaitingReview" } },
      consents: { some: { purpose: "cadre", given: true } },
      person: { cadreMembership: null, id: actor.personId === null ? undefined : { not: actor.personId } },
    },
    orderBy: { updatedAt: "asc" },
    take: MOST,
    select: {
      id: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: { reference: true } },
    },
  });
  return waiting.map(({ id, person, vacancy }) => ({
    id: `admit:${id}`,
    title: "cadre.task.admit",
    params: { name: `${person.givenName} ${person.familyName}`, reference: vacancy.reference },
    to: paths.admit(id),
    dueAt: null,
  }));
}

/** The day by which a file is to be confirmed: a month after it was entered, and each year after it was confirmed. */
const confirmationDue = ({ enteredAt, confirmedAt }: { enteredAt: Date; confirmedAt: Date | null }) =>
  new Date(
    confirmedAt ? confirmedAt.getTime() + CONFIRM_DAYS * DAY_MS : enteredAt.getTime() + ANSWER_DAYS * DAY_MS,
  )
    .toISOString()
    .slice(0, 10);

/** A proposed membership to agree to, or a file not confirmed for a year. */
async function confirmations(personId: string): Promise<readonly Task[]> {
  const aYearAgo = new Date(now().getTime() - CONFIRM_DAYS * DAY_MS);
  const membership = await database().cadreMembership.findFirst({
    where: {
      personId,
      OR: [
        { state: "proposed" },
        { state: "active", confirmedAt: null },
        { state: "active", confirmedAt: { lt: aYearAgo } },
      ],
    },
    select: { id: true, state: true, enteredAt: true, confirmedAt: true },
  });
  if (!membership) return [];
  return [
    {
      id: `membership:${membership.id}`,
      title: membership.state === "proposed" ? "cadre.task.agree" : "cadre.task.confirm",
      params: {},
      to: paths.myMembership(),
      dueAt: confirmationDue(membership),
    },
  ];
}
