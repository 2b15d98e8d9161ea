import { dayOf } from "#app/platform/utc-day.ts";

/** Days after appointment within which needs are stated and a first session takes place (METHOD §7). */
export const FIRST_SESSION_DAYS = 30;

/** How long a pair works together unless it ends earlier, in months (METHOD §7). */
export const PROGRAMME_MONTHS = 12;

/** Days both sides have to answer a proposed match: Cadre's own choice. */
export const ANSWER_DAYS = 14;

/** Days without a session held or planned after which the secretariat is told that a pair is quiet (METHOD §7). */
export const QUIET_DAYS = 28;

/** Days of silence after which a pair itself is written to (METHOD §7); the secretariat learns of the second alone. */
export const NUDGE_DAYS = [14, 28] as const;

/** A quiet pair is asked how it is once in so many days at most: Cadre's own choice. */
export const ASK_DAYS = 14;

/** Live pairs a mentor may take at most (the programme's default is 2). */
export const MOST_PAIRS = 3;

/** Days after which a mentor is asked whether the profile still holds: a year. */
export const CHECK_DAYS = 365;

/** Days after which the yearly check asks once more where nobody has answered: Cadre's own choice. */
export const CHECK_AGAIN_DAYS = 30;

/**
 * The day that an address asks for, or another where it asks for none that is one.
 *
 * @param otherwise ISO date
 */
export function dayAsked(asked: string | null, otherwise: string): string {
  if (asked === null || !/^[12]\d{3}-\d\d-\d\d$/.test(asked)) return otherwise;
  const date = new Date(`${asked}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || dayOf(date) !== asked ? otherwise : asked;
}
