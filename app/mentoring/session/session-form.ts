import { z } from "zod";
import { TIME_ZONES } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { instantAt, localTime, timeFields } from "./local-slot.ts";
import { SESSION_OUTCOMES } from "./session.ts";

/**
 * The time of a session as its form posts it: a local time, the zone whose clocks show it, a length in whole
 * minutes, a way of meeting. Gives the instant.
 *
 * Refuses `skippedTime` where clocks of that zone never show the time (the hour left out in spring), `timeTwice` where
 * they show it twice (the hour repeated in autumn) and the form does not say which is meant, `timeZoneUnknown`, and
 * lengths outside SESSION_MINUTES.
 */
export const sessionSchema = z
  .object({ startsAt: localTime, ...timeFields })
  .transform(({ startsAt, timeZone, fold, ...session }, context) => {
    const instant = instantAt(startsAt, timeZone, fold);
    if (instant instanceof Date) return { startsAt: instant, ...session };
    const path = [instant === "timeTwice" ? "fold" : "startsAt"];
    context.addIssue({ code: "custom", path, message: instant });
    return z.NEVER;
  });

/** The version of a session that a page showed: what was changed meanwhile is not changed blindly. */
export const sequenceSchema = z.object({ sequence: versionNumber });

/** The same with the version of the session that is moved. */
export const moveSchema = z.intersection(sequenceSchema, sessionSchema);

/** Steps of a goal: 0 not begun, 1 begun, 2 half way, 3 nearly there, 4 reached. */
export const GOAL_STEPS = [0, 1, 2, 3, 4] as const;

/** Longest that a session can be said to have lasted, in minutes. */
export const MOST_HELD_MINUTES = 600;

/** The form that says what came of a session: whether it took place, how long it lasted, where each goal stands. */
export const outcomeSchema = z.object({
  outcome: z.enum(SESSION_OUTCOMES),
  heldMinutes: z.coerce.number().int().min(1).max(MOST_HELD_MINUTES).optional(),
  goals: z
    .array(z.object({ goalId: z.uuid(), progress: z.coerce.number().pipe(z.literal(GOAL_STEPS)).optional() }))
    .max(50)
    .default([]),
});
export type Outcome = z.output<typeof outcomeSchema>;

/**
 * The zones to choose from, those of the pair first. They and UTC are always among them: the runtime's own list
 * knows each zone by one name only, and leaves UTC out.
 */
export const zoneChoices = (...ofPair: readonly string[]): readonly string[] => [
  ...new Set([...ofPair, "UTC", ...TIME_ZONES]),
];
