import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import { endOf } from "./session.ts";

interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/** What a calendar is told of a session: when, who, where to look; never what it is about. */
export interface CalendarSession {
  readonly id: string;
  /** Raised at each change, so that calendars take the newer over the older. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly durationMinutes: number;
  /** In the language of the reader. */
  readonly title: string;
  /** How they meet, in the language of the reader. */
  readonly place: string;
  /** The page of the session, in full. */
  readonly url: string;
  readonly organizer: Mailbox;
  readonly attendees: readonly Mailbox[];
  /** When this was written. */
  readonly stamp: Date;
}

const METHODS = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL } as const;

/**
 * A session as an iCalendar object (RFC 5545) with an invitation's or a cancellation's method (RFC 5546).
 *
 * The UID is the session's id and never changes; times are in UTC, so that no calendar's idea of a zone can shift
 * them; CLASS is PRIVATE, so that those who share a leader's calendar see that the time is taken and no more. The
 * organiser is Cadre, the same whoever moves or cancels, and asks for no reply by mail.
 */
export function sessionCalendar(method: keyof typeof METHODS, session: CalendarSession): string {
  const calendar = ical({
    prodId: { company: "Cadre", product: "Mentoring", language: "EN" },
    method: METHODS[method],
  });
  const event = calendar.createEvent({
    id: session.id,
    sequence: session.sequence,
    stamp: session.stamp,
    start: session.startsAt,
    end: endOf(session),
    summary: session.title,
    location: session.place,
    url: session.url,
    class: ICalEventClass.PRIVATE,
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: session.organizer,
  });
  for (const attendee of session.attendees) {
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
