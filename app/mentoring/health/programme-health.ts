import { reminderOf } from "#app/mentoring/engagement/engagement.ts";
import { type Rhythm, sessionsDue } from "#app/mentoring/engagement/rhythm.ts";
import { FIRST_SESSION_DAYS } from "#app/mentoring/programme.ts";
import type { SessionState } from "#app/mentoring/session/session-lifecycle.ts";

/** A figure over pairs is shown from this many of them on: fewer say nothing of a programme. Cadre's own choice. */
export const LEAST_PAIRS = 5;

const DAY = 86_400_000;

/** One pair as the figures of the programme see it: days and states, nothing of what is said. */
export interface PairCourse {
  readonly id: string;
  readonly state: "active" | "ended";
  /** The first day of the leader's term, or the day on which the programme was offered if that is later. ISO date, as every day here. */
  readonly waitsSince: string;
  readonly startedOn: string;
  readonly endsOn: string;
  /** By when the first session takes place. */
  readonly firstDueOn: string;
  readonly sessions: readonly { readonly state: SessionState; readonly startsAt: string }[];
  /** How often the two agreed to meet, and since when; where they agreed on nothing, the programme's rhythm holds. */
  readonly rhythms: readonly Rhythm[];
}

const heldOf = ({ sessions }: PairCourse) =>
  sessions
    .filter(({ state }) => state === "held")
    .map(({ startsAt }) => startsAt.slice(0, 10))
    .toSorted();

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** How long leaders waited for their first session. */
export interface FirstSessionWait {
  /** Whole days; null while half of the pairs have not met, for then it is not known. A half day where two stand in the middle. */
  readonly median: number | null;
  /** Pairs whose first session was held within {@link FIRST_SESSION_DAYS} days of the appointment. */
  readonly within: number;
  /** All pairs whose leader was appointed that many days ago or more. */
  readonly of: number;
}

/**
 * The time from a leader's appointment to the first session held (METHOD §7: within 30 days), over all pairs whose leader
 * was appointed 30 days ago or more: a later one can still meet in time, and would count only if it did. A pair that has
 * not met waits longer than any that has. A session before the first day of the term counts as no wait. Who was in post before the
 * programme was offered waits from the offer.
 *
 * @returns null below {@link LEAST_PAIRS} such pairs
 */
export function firstSessionWait(pairs: readonly PairCourse[], today: string): FirstSessionWait | null {
  const judged = pairs.filter(({ waitsSince }) => daysBetween(waitsSince, today) >= FIRST_SESSION_DAYS);
  if (judged.length < LEAST_PAIRS) return null;
  const waits = judged
    .map((pair) => {
      const first = heldOf(pair)[0];
      return first === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(0, daysBetween(pair.waitsSince, first));
    })
    .toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [
    waits[Math.floor((waits.length - 1) / 2)],
    waits[Math.floor(waits.length / 2)],
  ];
  const middle = (low + high) / 2;
  return {
    median: Number.isFinite(middle) ? middle : null,
    within: waits.filter((wait) => wait <= FIRST_SESSION_DAYS).length,
    of: judged.length,
  };
}

/** Sessions held by the pairs under way, and how many their rhythm would have by now. */
export interface SessionRate {
  readonly held: number;
  readonly due: number;
  readonly pairs: number;
}

/**
 * The sessions of the pairs under way against those that each has agreed on, or METHOD §7 where it has agreed on no other
 * rhythm. Of a pair no more are counted than were
 * due: one that meets twice as often does not make up for one that never does.
 *
 * @returns null below {@link LEAST_PAIRS} pairs of whom a session was due
 */
export function sessionRate(pairs: readonly PairCourse[], today: string): SessionRate | null {
  const judged = pairs
    .filter(({ state }) => state === "active")
    .map((pair) => ({ due: sessionsDue(pair.startedOn, today, pair.rhythms), held: heldOf(pair).length }))
    .filter(({ due }) => due > 0);
  if (judged.length < LEAST_PAIRS) return null;
  return {
    held: judged.reduce((sum, { held, due }) => sum + Math.min(held, due), 0),
    due: judged.reduce((sum, { due }) => sum + due, 0),
    pairs: judged.length,
  };
}

/** A pair that has fallen silent: since its last session, or since the day by which the first was due. */
export interface QuietPair {
  readonly id: string;
  readonly since: string;
}

/**
 * The pairs under way that are quiet, the longest first: that they are, never why.
 *
 * @param present ISO instant
 */
export const quietPairs = (pairs: readonly PairCourse[], present: string): readonly QuietPair[] =>
  pairs
    .flatMap((pair) => {
      const reminder = reminderOf(pair, present);
      if (reminder?.kind === "quiet") return [{ id: pair.id, since: reminder.since }];
      return reminder?.overdue ? [{ id: pair.id, since: reminder.dueOn }] : [];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1));
