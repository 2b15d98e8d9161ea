import { daysAfter, QUIET_DAYS } from "./programme.ts";
import type { SessionState } from "./session-lifecycle.ts";

/** What a pair is reminded of: the first session by its day, or that they have not met for a while. */
export type Reminder =
  | { readonly kind: "firstDue"; readonly dueOn: string; readonly overdue: boolean }
  | { readonly kind: "quiet"; readonly since: string };

interface Course {
  readonly state: "active" | "ended";
  /** The day by which a first session takes place, `2027-02-14`. */
  readonly firstDueOn: string;
  readonly sessions: readonly { readonly state: SessionState; readonly startsAt: string }[];
}

/**
 * What to remind a pair of, or null where a session is planned, or waits for word whether it took place, or the last
 * one is not yet {@link QUIET_DAYS} days old, or the engagement has ended.
 *
 * @param today ISO date, as every day here
 */
export function reminderOf({ state, firstDueOn, sessions }: Course, today: string): Reminder | null {
  if (state !== "active" || sessions.some((session) => session.state === "scheduled")) return null;
  const held = sessions.filter((session) => session.state === "held").map(({ startsAt }) => startsAt);
  const last = held.toSorted().at(-1)?.slice(0, 10);
  if (last === undefined) return { kind: "firstDue", dueOn: firstDueOn, overdue: firstDueOn < today };
  return daysAfter(last, QUIET_DAYS) < today ? { kind: "quiet", since: last } : null;
}
