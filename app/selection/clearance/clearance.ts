/** The gates that every leader passes before appointment: each is a gate, never a score. */
export const CLEARANCE_KINDS = ["humanRights", "conduct", "references", "medical", "hostState"] as const;
export type ClearanceKind = (typeof CLEARANCE_KINDS)[number];

/**
 * The gates asked for as soon as a case is screened in. The host State is consulted later, on those alone whom the panel
 * recommended: until then a candidacy is confidential.
 */
export const FIRST_GATES: readonly ClearanceKind[] = CLEARANCE_KINDS.filter((kind) => kind !== "hostState");

/** Which gates a list shows: those that wait, of these those overdue, those about to expire, or all there are. */
export const CLEARANCE_VIEWS = ["waiting", "overdue", "expiring", "all"] as const;
export type ClearanceView = (typeof CLEARANCE_VIEWS)[number];

export type ClearanceOutcome = "pending" | "clear" | "notClear";

/** What is asked of the database to judge a gate. */
export const CLEARANCE_FACTS = { kind: true, outcome: true, validUntil: true } as const;

export interface ClearanceFacts {
  readonly kind: ClearanceKind;
  readonly outcome: ClearanceOutcome;
  /** Last day on which the outcome holds; null where it has no end. */
  readonly validUntil: Date | null;
}

/** Why a gate stands in the way: never asked for, not answered yet, not given, or given once and expired since. */
export type GateState = "notAsked" | "pending" | "notClear" | "expired";

/** A gate that stands in the way, and why; `since` is the last day on which it held, where it expired. */
export interface OpenGate {
  readonly kind: ClearanceKind;
  readonly why: GateState;
  /** ISO day. */
  readonly since: string | null;
}

/**
 * The gates not passed on a day, each with why. Empty means cleared.
 *
 * @param today the present moment; a clearance holds through its last day (UTC)
 */
export function openGatesOf(clearances: readonly ClearanceFacts[], today: Date): readonly OpenGate[] {
  return CLEARANCE_KINDS.flatMap((kind): OpenGate[] => {
    const gate = clearances.find((one) => one.kind === kind);
    if (!gate) return [{ kind, why: "notAsked", since: null }];
    if (gate.outcome !== "clear") return [{ kind, why: gate.outcome, since: null }];
    if (!hasExpired(gate, today)) return [];
    return [{ kind, why: "expired", since: gate.validUntil?.toISOString().slice(0, 10) ?? null }];
  });
}

/**
 * The kinds of the gates not passed on a day. Empty means cleared.
 *
 * @param today the present moment; a clearance holds through its last day (UTC)
 */
export const clearancesMissing = (
  clearances: readonly ClearanceFacts[],
  today: Date,
): readonly ClearanceKind[] => openGatesOf(clearances, today).map(({ kind }) => kind);

/**
 * Whether a gate once passed is passed no longer.
 *
 * @param today the present moment; a clearance holds through its last day (UTC)
 */
export const hasExpired = (
  { outcome, validUntil }: Pick<ClearanceFacts, "outcome" | "validUntil">,
  today: Date,
): boolean =>
  outcome === "clear" &&
  validUntil !== null &&
  validUntil.toISOString().slice(0, 10) < today.toISOString().slice(0, 10);
