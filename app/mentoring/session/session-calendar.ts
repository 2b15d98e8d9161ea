import { type CalendarEntry, calendarObject } from "#app/platform/calendar-object.ts";

/** What a calendar is told of a session. */
export type CalendarSession = CalendarEntry;

/** A session as an iCalendar object with an invitation's or a cancellation's method. */
export const sessionCalendar = (method: "REQUEST" | "CANCEL", session: CalendarSession): string =>
  calendarObject(method, "Mentoring", session);
