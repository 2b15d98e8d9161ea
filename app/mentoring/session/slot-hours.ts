import { Temporal } from "temporal-polyfill";
import { USUAL_HOURS } from "#app/mentoring/matching/match-hours.ts";

const MINUTE = 60_000;

const clockIn = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

/**
 * Whether a meeting lies within a person's usual hours (08:00 to 18:00 local time, as the matching takes them).
 *
 * Days of the week are not looked at: working weeks differ between hosts.
 *
 * @returns `inside`, `outside`, or `partly` where it begins or ends outside
 */
export function withinHours(
  startsAt: Date,
  durationMinutes: number,
  timeZone: string,
): "inside" | "partly" | "outside" {
  const minuteOf = (instant: Date) => {
    const { hour, minute } = clockIn(instant, timeZone);
    return hour * 60 + minute;
  };
  const works = (minute: number) => minute >= USUAL_HOURS.from && minute < USUAL_HOURS.to;
  const first = works(minuteOf(startsAt));
  const last = works(minuteOf(new Date(startsAt.getTime() + (durationMinutes - 1) * MINUTE)));
  if (first && last) return "inside";
  return first || last ? "partly" : "outside";
}

/** One hour of a day by two people's clocks. */
export interface SharedHour {
  /** When it begins, ISO 8601. */
  readonly at: string;
  /** What the clocks of the first and of the second show then, `09:00`. */
  readonly clocks: readonly [string, string];
  /** Whether each is at work by their usual hours. */
  readonly works: readonly [boolean, boolean];
  /** How many days the second's calendar is ahead (1) or behind (-1). */
  readonly dayShift: number;
}

/**
 * The hours of a day in the first person's zone, each by both people's clocks: 24, or 23 and 25 on the days on which
 * clocks are changed.
 *
 * @param day ISO date in the first zone
 */
export function hoursOfDay(day: string, zones: readonly [string, string]): readonly SharedHour[] {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zones[0]);
  const end = start.add({ days: 1 }).epochMilliseconds;
  const hours: SharedHour[] = [];
  for (let time = start.epochMilliseconds; time < end; time += 60 * MINUTE) {
    const at = new Date(time);
    const [own, other] = [clockIn(at, zones[0]), clockIn(at, zones[1])];
    const shown = (clock: Temporal.ZonedDateTime) => clock.toPlainTime().toString({ smallestUnit: "minute" });
    hours.push({
      at: at.toISOString(),
      clocks: [shown(own), shown(other)],
      works: [withinHours(at, 60, zones[0]) === "inside", withinHours(at, 60, zones[1]) === "inside"],
      dayShift: Temporal.PlainDate.compare(other.toPlainDate(), own.toPlainDate()),
    });
  }
  return hours;
}
