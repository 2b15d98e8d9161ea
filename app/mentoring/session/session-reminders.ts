import { z } from "zod";
import type { Cadence } from "#app/mentoring/engagement/agreement.ts";
import { nudgesAfter } from "#app/mentoring/engagement/rhythm.ts";

/** Hours before a session at which somebody can be reminded: a week, two days, a day, an hour. */
export const REMINDER_HOURS = [168, 48, 24, 1] as const;

/** What the programme does where nobody chose: a week and a day before. */
export const USUAL_REMINDERS: readonly number[] = [168, 24];

/** Days before the day of a shared action on which whoever does it is reminded. */
export const ACTION_REMINDER_DAYS = 3;

/** The forms of a person's own calendar: another address, none, or when to be reminded; never is a choice. */
export const calendarChoiceSchema = z.object({
  intent: z.enum(["renew", "revoke", "remind"]),
  hours: z.array(z.coerce.number().pipe(z.literal(REMINDER_HOURS))).default([]),
});

/**
 * The nudge that a pair is due for, were it sent before or not: the longest silence reached, in days.
 *
 * @param quietSince the day of the last session held, or on which the pair began
 * @param today ISO dates
 * @param cadence how often they agreed to meet
 */
export function nudgeDue(quietSince: string, today: string, cadence: Cadence): number | null {
  const days = Math.round((Date.parse(today) - Date.parse(quietSince)) / 86_400_000);
  return nudgesAfter(cadence).findLast((silence) => days >= silence) ?? null;
}
