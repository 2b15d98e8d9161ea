import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Task } from "#app/access/task.ts";
import type { Cadence } from "#app/mentoring/engagement/agreement.ts";
import { MEETS_OFTENER, rhythmShown, rhythmsOf } from "#app/mentoring/engagement/rhythm.queries.server.ts";
import { cadenceOn, quietAfter } from "#app/mentoring/engagement/rhythm.ts";
import { ASK_DAYS } from "#app/mentoring/programme.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";

const MOST = 50;
const DAY = 86_400_000;

/** Days after a session within which feedback is asked for; later it is still taken, but no longer asked. */
const FEEDBACK_DAYS = 30;

/** What waits around sessions: for a pair, the next step; for the secretariat, pairs that have fallen silent. */
export async function sessionTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "match.run")) return quietPairs();
  if (actor.personId === null || pairSide(actor) === null) return [];
  const { personId } = actor;
  const own = pairSide(actor) === "mentor" ? { mentor: { personId } } : { menteeId: personId };
  const [first, sessions] = await Promise.all([
    firstSessions(actor, own),
    openSessions(actor, own, personId),
  ]);
  return [...first, ...sessions];
}

type Own = { readonly mentor: { readonly personId: string } } | { readonly menteeId: string };

const name = { select: { givenName: true, familyName: true } } as const;
const pair = { mentor: { select: { person: name } }, mentee: name } as const;

interface Name {
  readonly givenName: string;
  readonly familyName: string;
}

const nameOf = ({ givenName, familyName }: Name) => `${givenName} ${familyName}`;
const otherOf = (actor: Actor, of: { readonly mentor: { readonly person: Name }; readonly mentee: Name }) =>
  nameOf(pairSide(actor) === "mentor" ? of.mentee : of.mentor.person);

/** Pairs that have neither met nor planned to. */
async function firstSessions(actor: Actor, own: Own): Promise<readonly Task[]> {
  const engagements = await database().engagement.findMany({
    where: { ...own, state: "active", sessions: { none: { state: { in: ["scheduled", "held"] } } } },
    orderBy: { startedOn: "asc" },
    take: MOST,
    select: { id: true, ...pair, proposal: { select: { need: { select: { dueOn: true } } } } },
  });
  return engagements.map(({ id, proposal, ...of }) => ({
    id: `firstSession:${id}`,
    title: "mentoring.task.firstSession",
    params: { other: otherOf(actor, of) },
    to: paths.newSession(id),
    dueAt: dayOf(proposal.need.dueOn),
  }));
}

/** Sessions that have begun without a word whether they took place, and held ones without the actor's feedback. */
async function openSessions(actor: Actor, own: Own, personId: string): Promise<readonly Task[]> {
  const present = now();
  const lately = new Date(present.getTime() - FEEDBACK_DAYS * DAY);
  const sessions = await database().mentoringSession.findMany({
    where: {
      engagement: own,
      OR: [
        { state: "scheduled", startsAt: { lte: present } },
        { state: "held", startsAt: { gte: lately }, feedback: { none: { personId } } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, state: true, startsAt: true, engagement: { select: pair } },
  });
  return sessions.map(({ id, state, startsAt, engagement }) => {
    const held = state === "held";
    return {
      id: `${held ? "feedback" : "hold"}:${id}`,
      title: held ? "mentoring.task.feedback" : "mentoring.task.hold",
      params: { other: otherOf(actor, engagement) },
      to: held ? paths.giveFeedback(id) : paths.holdSession(id),
      dueAt: held ? null : dayOf(startsAt),
    };
  });
}

/** Pairs past the day of their first session, or without a session for too long, that have none to come and were not asked lately. */
async function quietPairs(): Promise<readonly Task[]> {
  const present = now();
  const silentFor = (cadence: Cadence) => ({
    sessions: {
      none: {
        state: "held" as const,
        startsAt: { gte: new Date(present.getTime() - quietAfter(cadence) * DAY) },
      },
    },
  });
  const lately = new Date(present.getTime() - ASK_DAYS * DAY);
  const engagements = await database().engagement.findMany({
    where: {
      state: "active",
      AND: [
        { OR: [{ askedAt: null }, { askedAt: { lte: lately } }] },
        { sessions: { none: { state: "scheduled", startsAt: { gt: present } } } },
        silentFor("usual"),
        { OR: [MEETS_OFTENER, silentFor("everyTwoMonths")] },
        {
          OR: [
            { sessions: { some: { state: "held" } } },
            { proposal: { need: { dueOn: { lt: new Date(dayOf(present)) } } } },
          ],
        },
      ],
    },
    orderBy: { startedOn: "asc" },
    take: MOST,
    select: {
      id: true,
      ...pair,
      agreements: rhythmShown,
      proposal: { select: { need: { select: { dueOn: true } } } },
      sessions: {
        where: { state: "held" },
        orderBy: { startsAt: "desc" },
        take: 1,
        select: { startsAt: true },
      },
    },
  });
  const quietOn = (last: Date, agreements: Parameters<typeof rhythmsOf>[0]) =>
    daysAfter(dayOf(last), quietAfter(cadenceOn(rhythmsOf(agreements), dayOf(present))));
  return engagements.map(({ id, mentor, mentee, proposal, agreements, sessions: [last] }) => ({
    id: `quiet:${id}`,
    title: "mentoring.task.quiet",
    params: { mentor: nameOf(mentor.person), mentee: nameOf(mentee) },
    to: paths.engagement(id),
    dueAt: last ? quietOn(last.startsAt, agreements) : dayOf(proposal.need.dueOn),
  }));
}
