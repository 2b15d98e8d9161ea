import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { calendarFeed } from "#app/platform/calendar-object.ts";
import { hashLink, linkToken } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { database } from "#app/platform/database.server.ts";
import { isSessionChannel, zoneOf } from "./session.ts";
import { USUAL_REMINDERS } from "./session-reminders.ts";

/** How far back a feed reaches, in days: what is older a calendar has long taken in. */
const FEED_DAYS = 180;
const MOST_EVENTS = 500;

/** The secret part of a feed's address: the same until it is renewed, and only its hash is kept. */
export const feedToken = (personId: string, renewedAt: Date): string =>
  linkToken(`calendarFeed:${personId}:${renewedAt.toISOString()}`);

/** Somebody's own feed, with its address in full, and when they are reminded. */
export async function readOwnCalendar(actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "calendar.keepOwn")) return null;
  const [feed, choice] = await Promise.all([
    database().calendarFeed.findUnique({ where: { personId } }),
    database().reminderChoice.findUnique({ where: { personId } }),
  ]);
  const addressOf = (renewedAt: Date) =>
    new URL(paths.calendarFeed(feedToken(personId, renewedAt)), config().CADRE_URL).href;
  return {
    feed: feed && { url: addressOf(feed.renewedAt), renewedAt: feed.renewedAt.toISOString() },
    reminders: choice?.hours ?? USUAL_REMINDERS,
  };
}

const named = { select: { id: true, givenName: true, familyName: true } } as const;

/**
 * The calendar behind an address: every session of whoever it was given to, in their language and by the clocks of their
 * zone, with nobody's name but the other's. Null where the address serves no more, or never did.
 *
 * The same sessions give the same text, so that programs that ask again need not be sent it again.
 */
export async function readFeed(token: string): Promise<string | null> {
  const feed = await database().calendarFeed.findUnique({
    where: { tokenHash: hashLink(token) },
    select: {
      renewedAt: true,
      person: { select: { id: true, timeZone: true, user: { select: { locale: true, timeZone: true } } } },
    },
  });
  if (!feed) return null;
  const { person } = feed;
  const sessions = await database().mentoringSession.findMany({
    where: {
      startsAt: { gte: new Date(now().getTime() - FEED_DAYS * 86_400_000) },
      state: { in: ["scheduled", "held", "cancelled"] },
      engagement: { OR: [{ menteeId: person.id }, { mentor: { personId: person.id } }] },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_EVENTS,
    select: {
      ...{ id: true, sequence: true, state: true, startsAt: true, durationMinutes: true, channel: true },
      createdAt: true,
      engagement: { select: { mentee: named, mentor: { select: { person: named } } } },
    },
  });
  const language = readyLanguage(person.user?.locale ?? "en");
  const t = translator(language, await loadMessages(language));
  const events = sessions.map(({ engagement, state, channel, createdAt, ...session }) => {
    const other = engagement.mentee.id === person.id ? engagement.mentor.person : engagement.mentee;
    return {
      ...session,
      stamp: createdAt,
      cancelled: state === "cancelled",
      timeZone: zoneOf(person),
      title: t("mentoring.feed.event", { other: `${other.givenName} ${other.familyName}` }),
      place: isSessionChannel(channel) ? t(`mentoring.channel.${channel}`) : "",
      url: new URL(paths.session(session.id), config().CADRE_URL).href,
    };
  });
  return calendarFeed("Mentoring", t("mentoring.feed.name"), events);
}
