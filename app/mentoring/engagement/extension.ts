import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";

/** How often a pair is extended at most, and by how many months each time: Cadre's own choice (decision 42). */
export const MOST_EXTENSIONS = 2;
export const EXTENSION_MONTHS = [1, 2, 3, 6] as const;

/** By how many months, as the form posts it. */
export const extensionSchema = z.object({ months: z.coerce.number().pipe(z.literal(EXTENSION_MONTHS)) });

/** What one answers to a later last day. */
export const EXTENSION_ANSWERS = ["agreed", "declined"] as const;
export const extensionAnswerSchema = z.object({ answer: z.enum(EXTENSION_ANSWERS) });

interface Facts {
  readonly state: "active" | "ended";
  /** ISO dates. */
  readonly endsOn: string;
  readonly wanted: string;
  /** How often the pair has been extended. */
  readonly agreed: number;
  /** The last day on which the mentor is there. */
  readonly mentorUntil: string;
}

/** The last day that many months later; a pair that ends on a 31st goes on to the last of a shorter month. */
export const laterEnd = (endsOn: string, months: number): string => monthsAfter(endsOn, months);

/**
 * Why a pair cannot go on until a day, or null where it can: it has ended, it was extended as often as may be, or the
 * mentor is not there so long. The place that the pair takes with its mentor is the one it has, so none is needed.
 */
export function refuseExtension({ state, agreed, wanted, mentorUntil }: Facts): Refusal | null {
  if (state !== "active") return because("pairEnded");
  if (agreed >= MOST_EXTENSIONS) return because("extendedOften", { most: MOST_EXTENSIONS });
  return wanted > mentorUntil ? because("mentorAwayThen", {}, "months") : null;
}
