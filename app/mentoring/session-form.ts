import { z } from "zod";
import { instantOf, isTimeZone, TIME_ZONES } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { SESSION_CHANNELS, SESSION_MINUTES, SESSION_OUTCOMES } from "./session.ts";

/**
 * The time of a session as its form posts it: a local time, the zone whose clocks show it, a length in whole
 * minutes, a way of meeting. Gives the instant.
 *
 * Refuses `noSuchTime` where clocks of that zone never show the time (the hour left out in spring) or show it twice
 * (the hour repeated in autumn), `timeZoneUnknown`, and lengths outside {@link SESSION_MINUTES}.
 */
export const sessionSchema = z
  .object({
    startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "date"),
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    durationMinutes: z.coerce.number().int().min(SESSION_MINUTES.least).max(SESSION_MINUTES.most),
    channel: z.enum(SESSION_CHANNELS),
  })
  .transform(({ startsAt, timeZone, ...session }, context) => {
    const instant = instantOf(startsAt, timeZone);
    if (instant === null) {
      context.addIssue({ code: "custom", path: ["startsAt"], message: "noSuchTime" });
      return z.NEVER;
    }
    return { startsAt: instant, ...session };
  });

/** The version of a session that a page showed: what was changed meanwhile is not changed blindly. */
export const sequenceSchema = z.object({ sequence: versionNumber });

/** The same with the version of the session that is moved. */
export const moveSchema = z.intersection(sequenceSchema, sessionSchema);

/** The form that says what came of a session. */
export const outcomeSchema = z.object({ outcome: z.enum(SESSION_OUTCOMES) });

/**
 * The zones to choose from, those of the pair first. They and UTC are always among them: the runtime's own list
 * knows each zone by one name only, and leaves UTC out.
 */
export const zoneChoices = (...ofPair: readonly string[]): readonly string[] => [
  ...new Set([...ofPair, "UTC", ...TIME_ZONES]),
];
