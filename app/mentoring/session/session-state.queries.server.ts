import type { PairFacts } from "#app/access/mentoring-permissions.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { SESSION_MINUTES, type SessionTime } from "./session.ts";

/** One of a pair, with what a message to them needs. */
export interface Side {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly timeZone: string;
  readonly user: { readonly email: string; readonly locale: string; readonly timeZone: string } | null;
}

const somebody = {
  id: true,
  givenName: true,
  familyName: true,
  email: true,
  timeZone: true,
  user: { select: { email: true, locale: true, timeZone: true } },
} as const;

const engagementFacts = {
  id: true,
  state: true,
  startedOn: true,
  endsOn: true,
  mentor: { select: { person: { select: somebody } } },
  mentee: { select: somebody },
} as const;

/** The pair of an engagement and how it stands, for the use cases of its sessions; null where there is none. */
export async function loadPair(reader: Reader, engagementId: string) {
  const found = await reader.engagement.findUnique({
    where: { id: engagementId },
    select: engagementFacts,
  });
  return found && pairOf(found);
}

/** One session with its pair. */
export async function loadSession(reader: Reader, sessionId: string) {
  const found = await reader.mentoringSession.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      state: true,
      startsAt: true,
      durationMinutes: true,
      channel: true,
      sequence: true,
      engagement: { select: engagementFacts },
    },
  });
  if (!found) return null;
  const { engagement, ...session } = found;
  return { ...session, pair: pairOf(engagement) };
}

/** Puts the mentor's person where the mentor was: a pair is two people. */
const pairOf = <E extends { readonly mentor: { readonly person: Side } }>({ mentor, ...engagement }: E) => ({
  ...engagement,
  mentor: mentor.person,
});

export type Pair = NonNullable<Awaited<ReturnType<typeof loadPair>>>;
export type LoadedSession = NonNullable<Awaited<ReturnType<typeof loadSession>>>;

/** The two people as permissions know them. */
export const factsOf = (pair: Pair): PairFacts => ({
  mentorPersonId: pair.mentor.id,
  menteePersonId: pair.mentee.id,
});

/** The planned sessions of either of the two, in this pair or another, that could touch a time, or times up to a last. */
export function loadTaken(
  reader: Reader,
  pair: Pair,
  wanted: Pick<SessionTime, "startsAt">,
  exceptId?: string,
  last = wanted.startsAt,
) {
  const reach = SESSION_MINUTES.most * 60_000;
  const personId = { in: [pair.mentor.id, pair.mentee.id] };
  return reader.mentoringSession.findMany({
    where: {
      id: { not: exceptId },
      state: "scheduled",
      startsAt: {
        gt: new Date(wanted.startsAt.getTime() - reach),
        lt: new Date(last.getTime() + reach),
      },
      engagement: { OR: [{ mentor: { personId } }, { menteeId: personId }] },
    },
    select: { startsAt: true, durationMinutes: true },
  });
}
