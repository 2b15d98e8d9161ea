import type { DayHours } from "./match-profile.ts";

const DAY = 24 * 60;

/** The hours taken where a person has stated none: 08:00 to 18:00 local time. Cadre's own default. */
export const USUAL_HOURS: DayHours = { from: 8 * 60, to: 18 * 60 };

/** A zone and the local hours kept there. */
export interface HoursInZone {
  readonly timeZone: string;
  readonly hours: DayHours;
}

/**
 * Offset of a time zone from UTC at noon UTC of a day, in minutes, east positive (Kathmandu: 345).
 *
 * @param timeZone IANA name
 * @param day ISO date
 * @throws RangeError on a zone that does not exist
 */
export function utcOffset(timeZone: string, day: string): number {
  const instant = new Date(`${day}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return (local - instant.getTime()) / 60_000;
}

/**
 * Minutes of the day in which two people could talk, each in their own hours: 0 to 1440.
 *
 * @param offsets minutes east of UTC of the first and the second; the day is taken as a circle, so an evening in
 *   New York meets a morning in Manila. Days of the week are not looked at: working weeks differ between hosts.
 */
export function dailyOverlap(a: DayHours, b: DayHours, offsets: readonly [number, number]): number {
  const shift = offsets[1] - offsets[0];
  let minutes = 0;
  for (const turn of [-2, -1, 0, 1, 2]) {
    const from = b.from - shift + turn * DAY;
    minutes += Math.max(0, Math.min(a.to, from + b.to - b.from) - Math.max(a.from, from));
  }
  return Math.min(DAY, minutes);
}

/**
 * The daily overlap of every pair on the worse of the given days, so that a pair does not lose its hour when one
 * side changes its clocks: take one day in each half of the year.
 *
 * @returns firsts × seconds, in minutes
 */
export function overlapTable(
  firsts: readonly HoursInZone[],
  seconds: readonly HoursInZone[],
  days: readonly string[],
): readonly (readonly number[])[] {
  const known = new Map<string, readonly number[]>();
  const offsetsOf = (timeZone: string): readonly number[] => {
    const found = known.get(timeZone) ?? days.map((day) => utcOffset(timeZone, day));
    known.set(timeZone, found);
    return found;
  };
  return firsts.map((first) =>
    seconds.map((second) => {
      const [mine, theirs] = [offsetsOf(first.timeZone), offsetsOf(second.timeZone)];
      const each = days.map((_, k) =>
        dailyOverlap(first.hours, second.hours, [mine[k] ?? 0, theirs[k] ?? 0]),
      );
      return each.length === 0 ? 0 : Math.min(...each);
    }),
  );
}
