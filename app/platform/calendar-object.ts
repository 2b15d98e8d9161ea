import { TZDate } from "@date-fns/tz";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";
import { instantsOf, localTimeOf } from "./local-time.ts";

interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/** When something stands in a calendar, and what is to be read there. */
export interface CalendarEvent {
  readonly id: string;
  /** Raised at each change, so that calendars take the newer over the older. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly durationMinutes: number;
  /** The zone of whoever reads it; in UTC where none is given. */
  readonly timeZone?: string;
  /** In the language of the reader. */
  readonly title: string;
  /** How they meet, or where, in the language of the reader. */
  readonly place: string;
  /** The page of the meeting, in full. */
  readonly url: string;
  /** When this was written. */
  readonly stamp: Date;
}

/** What a calendar is told of a meeting: when, who, where to look; never what it is about. */
export interface CalendarEntry extends CalendarEvent {
  readonly organizer: Mailbox;
  readonly attendees: readonly Mailbox[];
}

const METHODS = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL } as const;

/**
 * The VTIMEZONE of a zone under its own name, for a reader in Dakar is not to be shown Abidjan, whose clocks are the same;
 * null for a zone that is not known.
 */
function zoneBlock(timeZone: string): string | null {
  const [block] = tzlib_get_ical_block(timeZone);
  return block ? block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`) : null;
}

/** Minutes east of UTC of `+0545`. */
const minutesOf = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/**
 * The name of the zone in which an instant is written: null, for UTC, where the published rules of the zone are not
 * those that this runtime has just shown its pages by, and where its clocks show the time twice. Countries change their
 * clocks at short notice; an hour in UTC is right whoever is behind.
 */
function zoneFor(instant: Date, timeZone: string | undefined): string | null {
  if (timeZone === undefined || timeZone === "UTC") return null;
  if (zoneBlock(timeZone) === null) return null;
  const local = localTimeOf(instant, timeZone);
  if (instantsOf(local, timeZone).length !== 1) return null;
  const [day = "", time = ""] = local.split("T");
  const offset = (Date.parse(`${local}Z`) - instant.getTime()) / 60_000;
  return minutesOf(tzlib_get_offset(timeZone, day, time)) === offset ? timeZone : null;
}

function addEvent(calendar: ICalCalendar, { startsAt, durationMinutes, ...entry }: CalendarEvent) {
  const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
  const zone = zoneFor(startsAt, entry.timeZone) && zoneFor(endsAt, entry.timeZone);
  const written = (instant: Date) => (zone ? new TZDate(instant, zone) : instant);
  return calendar.createEvent({
    id: entry.id,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start: written(startsAt),
    end: written(endsAt),
    ...(zone && { timezone: zone }),
    summary: entry.title,
    location: entry.place,
    url: entry.url,
    class: ICalEventClass.PRIVATE,
  });
}

const newCalendar = (product: string) =>
  ical({
    prodId: { company: "Cadre", product, language: "EN" },
    timezone: { name: null, generator: zoneBlock },
  });

/**
 * A meeting as an iCalendar object (RFC 5545) with an invitation's or a cancellation's method (RFC 5546).
 *
 * The UID is the meeting's id and never changes; times are by the clocks of the reader's zone, whose rules travel along
 * (VTIMEZONE), otherwise in UTC; CLASS is PRIVATE, so that those who share a calendar see that the time is taken and no
 * more. The organiser is Cadre, the same whoever moves or cancels, and asks for no reply by mail.
 *
 * @param product the part of Cadre that it comes from, for PRODID
 */
export function calendarObject(
  method: keyof typeof METHODS,
  product: string,
  { organizer, attendees, ...entry }: CalendarEntry,
): string {
  const calendar = newCalendar(product);
  calendar.method(METHODS[method]);
  const event = addEvent(calendar, entry);
  event.organizer(organizer);
  event.status(method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  for (const attendee of attendees) {
    event.createAttendee({
      ...attendee,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.NEEDSACTION,
    });
  }
  return calendar.toString();
}

/** An event of a calendar that is subscribed to. */
export interface FeedEvent extends CalendarEvent {
  readonly cancelled: boolean;
}

/**
 * A calendar to subscribe to: every event with its UID and SEQUENCE, nobody's address, to be fetched again every hour.
 *
 * @param product the part of Cadre that it comes from, for PRODID
 * @param name what calendar programs call it
 */
export function calendarFeed(product: string, name: string, events: readonly FeedEvent[]): string {
  const calendar = newCalendar(product);
  calendar.method(ICalCalendarMethod.PUBLISH).name(name).ttl(3600);
  for (const { cancelled, ...entry } of events) {
    addEvent(calendar, entry).status(cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  }
  return calendar.toString();
}
