/** The gates that every leader passes before appointment: each is a gate, never a score. */
export const CLEARANCE_KINDS = ["humanRights", "conduct", "references", "medical"] as const;
export type ClearanceKind = (typeof CLEARANCE_KINDS)[number];

export type ClearanceOutcome = "pending" | "clear" | "notClear";

/** What is asked of the database to judge a gate. */
export const CLEARANCE_FACTS = { kind: true, outcome: true, validUntil: true } as const;

export interface ClearanceFacts {
  readonly kind: ClearanceKind;
  readonly outcome: ClearanceOutcome;
  /** Last day on which the outcome holds; null where it has no end. */
  readonly validUntil: Date | null;
}

/**
 * The gates not passed on a day: never asked for, unanswered, not clear, or expired. Empty means cleared.
 *
 * @param today the present moment; a clearance holds through its last day (UTC)
 */
export function clearancesMissing(
  clearances: readonly ClearanceFacts[],
  today: Date,
): readonly ClearanceKind[] {
  const passed = new Set(
    clearances
      .filter((clearance) => clearance.outcome === "clear" && !hasExpired(clearance, today))
      .map(({ kind }) => kind),
  );
  return CLEARANCE_KINDS.filter((kind) => !passed.has(kind));
}

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
