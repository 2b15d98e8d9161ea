import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import type { ClearanceKind, ClearanceOutcome } from "./clearance.ts";
import { EXPIRY_NOTICE_DAYS, gateClock } from "./clearance-clock.ts";

/** Referees who must have answered before the references can be found clear. */
export const LEAST_REFERENCES = 2;

/** Most years for which a clear outcome can hold: a date further off is a slip of the hand. Cadre's own choice. */
export const MOST_VALID_YEARS = 10;

interface RecordFacts {
  readonly kind: ClearanceKind;
  readonly outcome: "clear" | "notClear";
  /** ISO days. */
  readonly receivedOn: string | null;
  readonly validUntil: string | null;
  /** When the gate was asked for, the first time or again. */
  readonly requestedOn: string;
  readonly today: string;
  /** References answered since the gate was last asked for. */
  readonly references: number;
}

/** Why an outcome cannot be recorded, or null. Days are those of UTC. */
export function recordRefusal(facts: RecordFacts): Refusal | null {
  const { kind, outcome, receivedOn, validUntil, requestedOn, today, references } = facts;
  if (validUntil !== null && validUntil <= today) return because("clearanceDatePast", {}, "validUntil");
  if (validUntil !== null && validUntil > yearsAfter(today, MOST_VALID_YEARS))
    return because("clearanceDateFar", { years: MOST_VALID_YEARS }, "validUntil");
  if (receivedOn !== null && receivedOn < requestedOn)
    return because("receivedBeforeAsked", {}, "receivedOn");
  if (receivedOn !== null && receivedOn > today) return because("receivedInFuture", {}, "receivedOn");
  if (kind === "references" && outcome === "clear" && references < LEAST_REFERENCES)
    return because("referencesOutstanding", { least: LEAST_REFERENCES, answered: references }, "outcome");
  return null;
}

/** The same day so many years later, "YYYY-MM-DD"; compared with days, so that 29 February needs no care. */
const yearsAfter = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;

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
