import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { tallyRatings } from "#app/mentoring/session/feedback-tally.queries.server.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import { LEAST_VOICES, usefulnessOf } from "#app/mentoring/session/session-feedback.ts";
import type { SessionState } from "#app/mentoring/session/session-lifecycle.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { rhythmShown, rhythmsOf } from "./rhythm.queries.server.ts";

export const ENGAGEMENTS_PER_PAGE = 50;

/** More sessions than a programme of a year holds. */
const MOST_SESSIONS = 100;

/** Stands for nobody where an actor is no person, so that no filter falls away. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The engagements open to an actor: all for overseers, their own for mentors and mentees, none for others. */
export function engagementsOf(actor: Actor) {
  const personId = actor.personId ?? NOBODY;
  if (can(actor, "engagement.list")) return {};
  if (pairSide(actor) === "mentor") return { mentor: { personId } };
  return { menteeId: pairSide(actor) === "mentee" ? personId : NOBODY };
}

/** That an actor has given feedback on a session. */
const ownFeedback = (actor: Actor) => ({
  where: { personId: actor.personId ?? NOBODY },
  select: { givenAt: true },
});

const name = { select: { id: true, givenName: true, familyName: true } } as const;
const post = {
  select: {
    mission: { select: { acronym: true } },
    roleKind: { select: { nameEn: true, nameFr: true } },
  },
} as const;

/** Engagements, those under way first, with how many sessions took place and which comes next; nothing of their content. */
export async function listEngagements(actor: Actor, page: number) {
  const where = engagementsOf(actor);
  const [total, engagements] = await Promise.all([
    database().engagement.count({ where }),
    database().engagement.findMany({
      where,
      orderBy: [{ state: "asc" }, { startedOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * ENGAGEMENTS_PER_PAGE,
      take: ENGAGEMENTS_PER_PAGE,
      select: {
        id: true,
        state: true,
        startedOn: true,
        endsOn: true,
        mentor: { select: { person: name } },
        mentee: name,
        proposal: { select: { need: { select: { appointment: { select: { post } } } } } },
        sessions: {
          where: { state: "scheduled", startsAt: { gt: now() } },
          orderBy: { startsAt: "asc" },
          select: { startsAt: true },
        },
        _count: { select: { sessions: { where: { state: "held" } } } },
      },
    }),
  ]);
  return {
    total,
    engagements: engagements.map((row) => ({
      id: row.id,
      state: row.state,
      startedOn: dayOf(row.startedOn),
      endsOn: dayOf(row.endsOn),
      mentor: row.mentor.person,
      mentee: row.mentee,
      post: row.proposal.need.appointment.post,
      held: row._count.sessions,
      next: row.sessions[0]?.startsAt.toISOString() ?? null,
    })),
  };
}

/** What the secretariat may know of how useful sessions are, over all pairs. */
export async function readUsefulness() {
  return usefulnessOf(await tallyRatings(LEAST_VOICES));
}

const side = {
  select: {
    id: true,
    givenName: true,
    familyName: true,
    timeZone: true,
    user: { select: { timeZone: true } },
  },
} as const;

/** What is shown of the two people. */
export const pairShown = { mentor: { select: { person: side } }, mentee: side } as const;

interface ShownSide {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly timeZone: string;
  readonly user: { readonly timeZone: string } | null;
}

/** The two people with the zones they live by, and which of the two the actor is. */
export function shownPair(
  actor: Actor,
  pair: { readonly mentor: { readonly person: ShownSide }; readonly mentee: ShownSide },
) {
  const shown = (person: ShownSide) => ({
    name: `${person.givenName} ${person.familyName}`,
    timeZone: zoneOf(person),
  });
  const [mentor, mentee] = [shown(pair.mentor.person), shown(pair.mentee)];
  const facts = { mentorPersonId: pair.mentor.person.id, menteePersonId: pair.mentee.id };
  const own = can(actor, "session.schedule", facts) ? (pairSide(actor) === "mentor" ? mentor : mentee) : null;
  return { mentor, mentee, own, ownZone: own?.timeZone ?? actor.timeZone };
}

/** What one of the pair has still to say of a session. */
function awaits(state: SessionState, startsAt: Date, fedBack: boolean): "outcome" | "feedback" | null {
  if (state === "scheduled" && startsAt <= now()) return "outcome";
  return state === "held" && !fedBack ? "feedback" : null;
}

/** One engagement with its sessions, newest first; to one of the pair also what they have still to say of each. */
export async function readEngagement(actor: Actor, engagementId: string) {
  const found = await database().engagement.findFirst({
    where: { AND: [{ id: engagementId }, engagementsOf(actor)] },
    select: {
      id: true,
      state: true,
      startedOn: true,
      endsOn: true,
      askedAt: true,
      ...pairShown,
      agreements: rhythmShown,
      proposal: { select: { need: { select: { dueOn: true, appointment: { select: { post } } } } } },
      sessions: {
        orderBy: { startsAt: "desc" },
        take: MOST_SESSIONS,
        select: {
          id: true,
          state: true,
          startsAt: true,
          durationMinutes: true,
          feedback: ownFeedback(actor),
        },
      },
    },
  });
  if (!found) return null;
  const { proposal, sessions, mentor, mentee, agreements, ...engagement } = found;
  const pair = shownPair(actor, { mentor, mentee });
  return {
    ...engagement,
    ...pair,
    startedOn: dayOf(engagement.startedOn),
    endsOn: dayOf(engagement.endsOn),
    askedAt: engagement.askedAt?.toISOString() ?? null,
    firstDueOn: dayOf(proposal.need.dueOn),
    rhythms: rhythmsOf(agreements),
    post: proposal.need.appointment.post,
    sessions: sessions.map(({ feedback, startsAt, ...session }) => ({
      ...session,
      startsAt: startsAt.toISOString(),
      awaits: pair.own ? awaits(session.state, startsAt, feedback.length > 0) : null,
    })),
  };
}
