import type { SessionState } from "#app/mentoring/session/session-lifecycle.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { cadenceOn, quietAfter, type Rhythm } from "./rhythm.ts";

/** What a pair is reminded of: the first session by its day, or that they have not met for a while. */
export type Reminder =
  | { readonly kind: "firstDue"; readonly dueOn: string; readonly overdue: boolean }
  | { readonly kind: "quiet"; readonly since: string };

interface Course {
  readonly state: "active" | "ended";
  /** The day by which a first session takes place, `2027-02-14`. */
  readonly firstDueOn: string;
  readonly sessions: readonly { readonly state: SessionState; readonly startsAt: string }[];
  /** How often the two agreed to meet; none where they agreed on nothing yet. */
  readonly rhythms: readonly Rhythm[];
}

/** Whether a session is planned and has not begun. */
const isToCome = ({ state, startsAt }: Course["sessions"][number], present: string) =>
  state === "scheduled" && startsAt > present;

/**
 * What to remind a pair of, or null where a session is still to come, or the last one held is not yet as old as their
 * rhythm allows ({@link quietAfter}), or the engagement has ended. A session past of which nobody has said that it took place is no sign of life:
 * a pair that plans once and falls silent would never be asked how it is.
 *
 * @param present ISO instant, by which a session is still to come; its day is today
 */
export function reminderOf(
  { state, firstDueOn, sessions, rhythms }: Course,
  present: string,
): Reminder | null {
  const today = present.slice(0, 10);
  if (state !== "active" || sessions.some((session) => isToCome(session, present))) return null;
  const held = sessions.filter((session) => session.state === "held").map(({ startsAt }) => startsAt);
  const last = held.toSorted().at(-1)?.slice(0, 10);
  if (last === undefined) return { kind: "firstDue", dueOn: firstDueOn, overdue: firstDueOn < today };
  return daysAfter(last, quietAfter(cadenceOn(rhythms, today))) < today
    ? { kind: "quiet", since: last }
    : null;
}
