import { z } from "zod";
import { instantsOf, isTimeZone } from "#app/platform/local-time.ts";
import { SESSION_CHANNELS, SESSION_MINUTES } from "./session.ts";

/** Which of the two is meant where clocks show a time twice, on the night on which they are put back. */
export const FOLDS = ["earlier", "later"] as const;
export type Fold = (typeof FOLDS)[number];

/** A local time as a browser's picker posts it. */
export const localTime = z.string().refine((text) => {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(`${text}Z`) : null;
  return instant !== null && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}, "date");

/** What every time of a session is stated with: whose clocks, how long, how they meet. */
export const timeFields = {
  timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
  durationMinutes: z.coerce.number().int().min(SESSION_MINUTES.least).max(SESSION_MINUTES.most),
  channel: z.enum(SESSION_CHANNELS),
  fold: z.enum(FOLDS).optional(),
};

/** Why a local time is no instant: clocks skip it, or show it twice and nobody said which is meant. */
export type NoInstant = "skippedTime" | "timeTwice";

/**
 * The instant at which clocks of a zone show a local time.
 *
 * @param fold which is meant where they show it twice
 */
export function instantAt(local: string, timeZone: string, fold?: Fold): Date | NoInstant {
  const [first, second] = instantsOf(local, timeZone);
  if (!first) return "skippedTime";
  if (!second) return first;
  if (!fold) return "timeTwice";
  return fold === "earlier" ? first : second;
}
