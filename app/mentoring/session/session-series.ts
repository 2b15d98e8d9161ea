import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { type Fold, instantAt, timeFields } from "./local-slot.ts";

/** Months between two sessions of a series: the programme's monthly, later every two (METHOD §7). */
export const RHYTHMS = [1, 2] as const;

/** Which of the month's: first to fourth, or the last. */
export const NTHS = [1, 2, 3, 4, -1] as const;

/** Monday to Sunday, as ISO 8601 counts. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** More sessions than an engagement of a year and its extension hold. */
const MOST_OCCURRENCES = 24;

/** On which days of the calendar a series falls. */
export interface Rhythm {
  readonly everyMonths: (typeof RHYTHMS)[number];
  readonly nth: (typeof NTHS)[number];
  readonly weekday: (typeof WEEKDAYS)[number];
}

/** The form of a series: its rhythm, its hour by the clocks of a zone, its first possible day. */
export const seriesSchema = z.object({
  everyMonths: z.coerce.number().pipe(z.literal(RHYTHMS)),
  nth: z.coerce.number().pipe(z.literal(NTHS)),
  weekday: z.coerce.number().pipe(z.literal(WEEKDAYS)),
  from: formDay,
  localTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "timeOfDay"),
  ...timeFields,
});
export type SeriesForm = z.output<typeof seriesSchema>;

/** The nth weekday of a month, or the last; the month is given by any of its days. */
function nthWeekday(month: Temporal.PlainDate, { nth, weekday }: Rhythm): Temporal.PlainDate {
  const first = month.with({ day: 1 });
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  if (nth > 0) return start.add({ weeks: nth - 1 });
  const fifth = start.add({ weeks: 4 });
  return fifth.month === first.month ? fifth : start.add({ weeks: 3 });
}

/**
 * The days of a series: the nth weekday of every month, or every second, from the first on or after `from` to `until`,
 * both included.
 *
 * @param from ISO date
 * @param until ISO date
 * @returns ISO dates, at most two years' worth
 */
export function daysOfSeries(rhythm: Rhythm, from: string, until: string): readonly string[] {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  let month = start.with({ day: 1 });
  if (Temporal.PlainDate.compare(nthWeekday(month, rhythm), start) < 0) month = month.add({ months: 1 });
  const days: string[] = [];
  for (let day = nthWeekday(month, rhythm); Temporal.PlainDate.compare(day, end) <= 0; ) {
    if (days.length === MOST_OCCURRENCES) break;
    days.push(day.toString());
    month = month.add({ months: rhythm.everyMonths });
    day = nthWeekday(month, rhythm);
  }
  return days;
}

/** A session of a series that cannot be: on which day, and why. */
export interface NoOccurrence {
  readonly day: string;
  readonly why: "skippedTime" | "timeTwice";
}

/**
 * The instants of a series: the same hour by the clocks of its zone the whole year through, so that in UTC it moves when
 * they are changed.
 *
 * @returns the first day on which its clocks skip the hour, or show it twice with nobody having said which, otherwise
 *   one instant for each day
 */
export function instantsOfSeries(
  days: readonly string[],
  clock: { readonly localTime: string; readonly timeZone: string; readonly fold?: Fold },
): readonly Date[] | NoOccurrence {
  const instants: Date[] = [];
  for (const day of days) {
    const instant = instantAt(`${day}T${clock.localTime}`, clock.timeZone, clock.fold);
    if (!(instant instanceof Date)) return { day, why: instant };
    instants.push(instant);
  }
  return instants;
}
