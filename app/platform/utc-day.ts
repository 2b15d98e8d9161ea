/** The day of a moment: ISO, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The day of a moment, or null where there is none. */
export const dayOrNull = (moment: Date | null): string | null => moment && dayOf(moment);

/**
 * The first moment of a day in UTC. What is compared with a moment in SQL is given as this: a day would begin where the
 * server's own zone has it.
 *
 * @param day ISO date
 */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * The day a number of days later.
 *
 * @param day ISO date
 * @throws RangeError on what is no date
 */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/**
 * The same day of the month a number of months later, or the last of a month that is shorter: a year after
 * 29 February 2028 is 28 February 2029.
 *
 * @param day ISO date
 */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}
