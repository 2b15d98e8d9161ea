import type { Refusal } from "#app/access/result.ts";
import { always, because, type Transition } from "#app/access/transition.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { overlap, type SessionTime } from "./session.ts";

export const SESSION_STATES = ["scheduled", "held", "noShow", "cancelled"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** What the arrows of a session ask: when it starts, and what time it is. */
export interface SessionFacts {
  readonly startsAt: Date;
  readonly now: Date;
}

const session = (transition: Transition<SessionState, SessionFacts>) => transition;
const notStarted = ({ startsAt, now }: SessionFacts) => (startsAt > now ? null : because("sessionStarted"));
const started = ({ startsAt, now }: SessionFacts) => (startsAt <= now ? null : because("sessionNotStarted"));

/**
 * The road of a session. Until it starts it can be moved or cancelled; from then on the pair says whether it took
 * place. Feedback is about a session that did.
 */
export const sessionTransitions = {
  move: session({ from: ["scheduled"], to: "scheduled", guard: notStarted }),
  cancel: session({ from: ["scheduled"], to: "cancelled", guard: notStarted }),
  held: session({ from: ["scheduled"], to: "held", guard: started }),
  noShow: session({ from: ["scheduled"], to: "noShow", guard: started }),
  giveFeedback: session({ from: ["held"], to: "held", guard: always }),
} as const;

/** What stands around the time that a pair wants for a session. */
export interface TimeFacts {
  readonly now: Date;
  readonly engagement: {
    readonly state: "active" | "ended";
    readonly startedOn: Date;
    readonly endsOn: Date;
  };
  /** The other sessions planned by either of the two, in this pair or another. */
  readonly taken: readonly Pick<SessionTime, "startsAt" | "durationMinutes">[];
}

/**
 * Why a session cannot take this time, or null where it can: the pair's engagement is over, the time has passed,
 * lies outside the engagement (both its days included, in UTC), or one of the two is in another session then.
 */
export function refuseTime(wanted: SessionTime, facts: TimeFacts): Refusal | null {
  const { now, engagement, taken } = facts;
  if (engagement.state !== "active") return because("engagementEnded");
  if (wanted.startsAt <= now) return because("sessionInPast", {}, "startsAt");
  const endsOn = engagement.endsOn.toISOString().slice(0, 10);
  const over = new Date(`${daysAfter(endsOn, 1)}T00:00:00Z`);
  if (wanted.startsAt < engagement.startedOn || wanted.startsAt >= over) {
    return because("sessionOutsideEngagement", {}, "startsAt");
  }
  return taken.some((other) => overlap(wanted, other)) ? because("timeTaken", {}, "startsAt") : null;
}
