import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import type { ClearanceKind, ClearanceOutcome } from "./clearance.ts";
import { EXPIRY_NOTICE_DAYS, gateClock } from "./clearance-clock.ts";

/** Referees who must have answered before the references can be found clear. */
export const LEAST_REFERENCES = 2;

interface RecordFacts {
  readonly kind: ClearanceKind;
  readonly outcome: "clear" | "notClear";
  /** ISO days. */
  readonly receivedOn: string | null;
  readonly validUntil: string | null;
  readonly today: string;
  /** References answered since the gate was last asked for. */
  readonly references: number;
}

/** Why an outcome cannot be recorded, or null. Days are those of UTC. */
export function recordRefusal(facts: RecordFacts): Refusal | null {
  const { kind, outcome, receivedOn, validUntil, today, references } = facts;
  if (validUntil !== null && validUntil <= today) return because("clearanceDatePast", {}, "validUntil");
  if (receivedOn !== null && receivedOn > today) return because("receivedInFuture", {}, "receivedOn");
  if (kind === "references" && outcome === "clear" && references < LEAST_REFERENCES)
    return because("referencesOutstanding", { least: LEAST_REFERENCES, answered: references }, "outcome");
  return null;
}

interface RenewFacts {
  readonly outcome: ClearanceOutcome;
  readonly requestedAt: Date;
  readonly dueOn: Date;
  readonly answeredAt: Date | null;
  readonly validUntil: Date | null;
}

/**
 * Why a gate cannot be asked for again, or null: while it is being answered there is nothing to ask again, and while it
 * holds well beyond today there is no need.
 */
export function renewRefusal(gate: RenewFacts, today: Date): Refusal | null {
  if (gate.answeredAt === null) return because("gateAlreadyAsked");
  const holds = gate.outcome === "clear" && !gateClock(gate, today).expiring;
  return holds ? because("gateStillHolds", { days: EXPIRY_NOTICE_DAYS }) : null;
}
