import { z } from "zod";

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

/** Days of silence after which a pair itself is written to (METHOD §7); the secretariat learns of the second alone. */
export const NUDGE_DAYS = [14, 28] as const;

/**
 * The nudge that a pair is due for, were it sent before or not: the longest silence reached.
 *
 * @param quietSince the day of the last session held, or on which the pair began
 * @param today ISO dates
 */
export function nudgeDue(quietSince: string, today: string): (typeof NUDGE_DAYS)[number] | null {
  const days = Math.round((Date.parse(today) - Date.parse(quietSince)) / 86_400_000);
  return NUDGE_DAYS.findLast((silence) => days >= silence) ?? null;
}
