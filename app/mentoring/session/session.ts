/** How a pair meets. */
export const SESSION_CHANNELS = ["video", "telephone", "inPerson"] as const;
export type SessionChannel = (typeof SESSION_CHANNELS)[number];

/** Whether a stored word is a way of meeting. */
export const isSessionChannel = (word: string): word is SessionChannel =>
  SESSION_CHANNELS.some((channel) => channel === word);

/** Minutes a session takes: the programme's standard is 60 to 90 (METHOD §7), with room on both sides. */
export const SESSION_MINUTES = { least: 30, usual: 60, most: 180 } as const;

const MINUTE = 60_000;

/** When a pair meets, how long, and how. */
export interface SessionTime {
  readonly startsAt: Date;
  readonly durationMinutes: number;
  readonly channel: SessionChannel;
}

/** What came of a session whose time has passed. */
export const SESSION_OUTCOMES = ["held", "noShow"] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

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
