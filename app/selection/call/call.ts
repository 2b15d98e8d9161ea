/** Where a call stands at a moment: what its state and its hours together come to. */
export const CALL_PHASES = ["draft", "announced", "open", "grace", "past", "closed"] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

/** What decides where a call stands. */
export interface CallHours {
  readonly state: "draft" | "open" | "closed";
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** The end of the grace; the closing hour itself where there is none. */
  readonly takesUntil: Date | null;
}

/**
 * Where a call stands: published but not yet opened (`announced`), `open`, past its hour but within the grace,
 * past both, or ended by the secretariat. Its hours include their beginning and exclude their end.
 */
export function callPhase({ state, opensAt, closesAt, takesUntil }: CallHours, now: Date): CallPhase {
  if (state !== "open") return state;
  if (opensAt === null || closesAt === null || takesUntil === null) return "draft";
  if (now < opensAt) return "announced";
  if (now < closesAt) return "open";
  return now < takesUntil ? "grace" : "past";
}

/** Whether a call takes nominations where it stands: while it is open, and within the grace. */
export const takesNominations = (phase: CallPhase): boolean => phase === "open" || phase === "grace";

/** The end of the grace: `graceMinutes` after the closing hour. */
export const graceEnd = (closesAt: Date, graceMinutes: number): Date =>
  new Date(closesAt.getTime() + graceMinutes * 60_000);

/** Whether a call is addressed to a state: to every one, where it names none. */
export const addressedTo = (targetedStateCodes: readonly string[], stateCode: string): boolean =>
  targetedStateCodes.length === 0 || targetedStateCodes.includes(stateCode);
