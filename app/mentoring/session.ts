import { z } from "zod";
import { instantOf, isTimeZone, TIME_ZONES } from "#app/platform/local-time.ts";

/** How a pair meets. */
export const SESSION_CHANNELS = ["video", "telephone", "inPerson"] as const;
export type SessionChannel = (typeof SESSION_CHANNELS)[number];

/** Whether a stored word is a way of meeting. */
export const isSessionChannel = (word: string): word is SessionChannel =>
  SESSION_CHANNELS.some((channel) => channel === word);

/** Minutes a session takes: the programme's standard is 60 to 90 (METHOD §7), with room on both sides. */
export const SESSION_MINUTES = { least: 30, usual: 60, most: 180 } as const;

const MINUTE = 60_000;

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
export type SessionTime = z.output<typeof sessionSchema>;

/** The version of a session that a page showed: what was changed meanwhile is not changed blindly. */
export const sequenceSchema = z.object({ sequence: z.coerce.number().int().min(0) });

/** The same with the version of the session that is moved. */
export const moveSchema = z.intersection(sequenceSchema, sessionSchema);

/** What came of a session whose time has passed. */
export const SESSION_OUTCOMES = ["held", "noShow"] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

/** The form that says what came of a session. */
export const outcomeSchema = z.object({ outcome: z.enum(SESSION_OUTCOMES) });

/** When a session ends. */
export const endOf = (session: { readonly startsAt: Date; readonly durationMinutes: number }): Date =>
  new Date(session.startsAt.getTime() + session.durationMinutes * MINUTE);

/**
 * Whether two sessions take the same time, were it a minute; one that begins as the other ends does not.
 *
 * Used to keep a person from being in two sessions at once.
 */
export function overlap(
  a: { readonly startsAt: Date; readonly durationMinutes: number },
  b: { readonly startsAt: Date; readonly durationMinutes: number },
): boolean {
  return a.startsAt < endOf(b) && b.startsAt < endOf(a);
}

/**
 * The zone a person lives by: the one stated with their working hours, else that of their account. "UTC" is what
 * stands where nobody has stated one.
 */
export const zoneOf = (person: {
  readonly timeZone: string;
  readonly user: { readonly timeZone: string } | null;
}): string => (person.timeZone === "UTC" ? (person.user?.timeZone ?? "UTC") : person.timeZone);

/**
 * The zones to choose from, those of the pair first. They and UTC are always among them: the runtime's own list
 * knows each zone by one name only, and leaves UTC out.
 */
export const zoneChoices = (...ofPair: readonly string[]): readonly string[] => [
  ...new Set([...ofPair, "UTC", ...TIME_ZONES]),
];
