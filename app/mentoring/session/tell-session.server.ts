import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { database, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { MailCalendar } from "#app/platform/mail-kinds.ts";
import { isSessionChannel, zoneOf } from "./session.ts";
import { sessionCalendar } from "./session-calendar.ts";
import { REMINDER_HOURS } from "./session-reminders.ts";
import {
  factsOf,
  type LoadedSession,
  loadSession,
  type Pair,
  type Side,
} from "./session-state.queries.server.ts";

type Told = Pick<LoadedSession, "id" | "startsAt" | "durationMinutes" | "channel" | "sequence">;

const nameOf = ({ givenName, familyName }: Side) => `${givenName} ${familyName}`;
const addressOf = (person: Side) => person.user?.email ?? person.email;

/** A session as a calendar object, in a reader's language and by the clocks of their zone. */
async function calendarOf(
  method: MailCalendar["method"],
  session: Told,
  pair: Pair,
  reader: { readonly locale: string; readonly timeZone: string },
): Promise<string> {
  const language = readyLanguage(reader.locale);
  const t = translator(language, await loadMessages(language));
  return sessionCalendar(method, {
    ...session,
    timeZone: reader.timeZone,
    title: t("mentoring.calendar.title"),
    place: isSessionChannel(session.channel) ? t(`mentoring.channel.${session.channel}`) : "",
    url: new URL(paths.session(session.id), config().CADRE_URL).href,
    organizer: { name: t("mentoring.calendar.organizer"), email: config().MAIL_FROM },
    attendees: [pair.mentor, pair.mentee].map((person) => ({
      name: nameOf(person),
      email: addressOf(person),
    })),
    stamp: now(),
  });
}

async function messageFor(method: MailCalendar["method"], session: Told, pair: Pair, person: Side) {
  const other = person.id === pair.mentor.id ? pair.mentee : pair.mentor;
  const locale = person.user?.locale ?? "en";
  const timeZone = zoneOf(person);
  return {
    to: addressOf(person),
    locale,
    calendar: { method, body: await calendarOf(method, session, pair, { locale, timeZone }) },
    params: {
      name: nameOf(person),
      other: nameOf(other),
      startsAt: session.startsAt.toISOString(),
      timeZone,
    },
  };
}

/** A session as a file for the calendar of one of the pair; null for everybody else. */
export async function readCalendar(actor: Actor, sessionId: string, locale: string): Promise<string | null> {
  const session = await loadSession(database(), sessionId);
  if (!session || !can(actor, "session.schedule", factsOf(session.pair))) return null;
  const { pair, state } = session;
  const own = actor.personId === pair.mentor.id ? pair.mentor : pair.mentee;
  const reader = { locale, timeZone: zoneOf(own) };
  return calendarOf(state === "cancelled" ? "CANCEL" : "REQUEST", session, pair, reader);
}

/**
 * Invites both to a session, or to the time it was moved to; whoever set it gets it for the calendar too. What reminds
 * of it is put down with it: one that finds the session moved or cancelled keeps silent.
 */
export async function inviteToSession(tx: Transaction, session: Told, pair: Pair): Promise<void> {
  const { id: sessionId, sequence, startsAt } = session;
  for (const hours of REMINDER_HOURS) {
    const when = new Date(startsAt.getTime() - hours * 3_600_000);
    if (when <= now()) continue;
    const key = `remindSession:${sessionId}:${hours}`;
    await enqueue(tx, "remindSession", { sessionId, sequence, hours }, key, when);
  }
  for (const person of [pair.mentor, pair.mentee]) {
    const { params, ...message } = await messageFor("REQUEST", session, pair, person);
    await queueMail(tx, {
      kind: "sessionInvited",
      ...message,
      params: { ...params, minutes: session.durationMinutes, link: paths.session(session.id) },
      dedupeKey: `sessionInvited:${session.id}:${session.sequence}:${person.id}`,
    });
  }
}

/** Tells both that a session is off. */
export async function tellCancelled(
  tx: Transaction,
  session: Told,
  pair: Pair,
  link = paths.newSession(pair.id),
): Promise<void> {
  for (const person of [pair.mentor, pair.mentee]) {
    const { params, ...message } = await messageFor("CANCEL", session, pair, person);
    await queueMail(tx, {
      kind: "sessionCancelled",
      ...message,
      params: { ...params, link },
      dedupeKey: `sessionCancelled:${session.id}:${person.id}`,
    });
  }
}
