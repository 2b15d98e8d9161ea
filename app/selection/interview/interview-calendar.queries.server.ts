import { loadMessages } from "#app/i18n/catalogues.ts";
import { nameIn, readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { isSessionChannel } from "#app/mentoring/session/session.ts";
import { calendarObject } from "#app/platform/calendar-object.ts";
import { now } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";

/** An interview with whoever it is with and what it is for. */
export const loadInterview = (reader: Reader, candidacyId: string) =>
  reader.interviewSlot.findUnique({
    where: { candidacyId },
    select: {
      ...{ id: true, startsAt: true, durationMinutes: true, timeZone: true, channel: true, place: true },
      ...{ sequence: true, cancelledAt: true },
      candidacy: {
        select: {
          vacancyId: true,
          vacancy: { select: VACANCY_TITLE },
          personId: true,
          person: {
            select: {
              ...{ givenName: true, familyName: true, email: true, timeZone: true },
              user: { select: { email: true, locale: true, timeZone: true } },
            },
          },
        },
      },
    },
  });
export type LoadedInterview = NonNullable<Awaited<ReturnType<typeof loadInterview>>>;

/** Whose interview it is, and where they are written to. */
export const candidateName = ({ candidacy: { person } }: LoadedInterview) =>
  `${person.givenName} ${person.familyName}`;
export const candidateAddress = ({ candidacy: { person } }: LoadedInterview) =>
  person.user?.email ?? person.email;

/** How and where, in words of a language. */
export async function placeIn(locale: string, { channel, place }: LoadedInterview) {
  const language = readyLanguage(locale);
  const t = translator(language, await loadMessages(language));
  const how = isSessionChannel(channel) ? t(`mentoring.channel.${channel}`) : "";
  return { t, how: place === "" ? how : `${how}: ${place}` };
}

interface Asked {
  readonly locale: string;
  /** The zone by whose clocks the reader lives; not that in which the officer set the time. */
  readonly timeZone: string;
  /** The page that the entry leads to. */
  readonly page: string;
  /** Whether the candidate is named as attendee: not in what members keep. */
  readonly named: boolean;
}

/**
 * An interview as an object for calendars: the candidate's names them; a member's says whose interview it is nowhere,
 * since calendars are shared. Each is by the clocks of its reader (decision 0043).
 */
export async function interviewCalendar(
  interview: LoadedInterview,
  { locale, timeZone, page, named }: Asked,
) {
  const { t, how } = await placeIn(locale, interview);
  const { vacancy } = interview.candidacy;
  const post = nameIn(locale, vacancy.post.roleKind);
  return calendarObject(interview.cancelledAt ? "CANCEL" : "REQUEST", "Interviews", {
    ...interview,
    timeZone,
    title: t("interview.calendar.title", { post, mission: vacancy.post.mission.acronym }),
    place: how,
    url: new URL(page, config().CADRE_URL).href,
    organizer: { name: t("mentoring.calendar.organizer"), email: config().MAIL_FROM },
    attendees: named ? [{ name: candidateName(interview), email: candidateAddress(interview) }] : [],
    stamp: now(),
  });
}
