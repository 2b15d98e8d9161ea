import type { ClearanceKind, ClearanceOutcome } from "./clearance.ts";

/** Days in which each gate should be answered from the day it is asked for: Cadre's own choice. */
export const DAYS_FOR_GATE: Readonly<Record<ClearanceKind, number>> = {
  humanRights: 30,
  conduct: 21,
  references: 21,
  medical: 30,
  hostState: 30,
};

/** Days before a clear gate's last day from which it should be asked for again. */
export const EXPIRY_NOTICE_DAYS = 30;

const DAY = 86_400_000;
const dayOf = (moment: Date) => Date.parse(moment.toISOString().slice(0, 10));

/** The day by which a gate asked for at a moment should be answered, at 00:00 UTC as the database keeps days. */
export const dueAfter = (kind: ClearanceKind, requestedAt: Date): Date =>
  new Date(dayOf(requestedAt) + DAYS_FOR_GATE[kind] * DAY);

interface Running {
  readonly outcome: ClearanceOutcome;
  readonly requestedAt: Date;
  readonly dueOn: Date;
  readonly answeredAt: Date | null;
  readonly validUntil: Date | null;
}

/** How a gate stands in time. `days` counts whole days since it was asked for; it stops with the answer. */
export interface GateClock {
  readonly days: number;
  /** Asked for, the first time or again, and not answered. */
  readonly running: boolean;
  /** Not answered, and the day it was due has passed. */
  readonly overdue: boolean;
  /** Clear, and its last day is near or past. */
  readonly expiring: boolean;
}

/**
 * The clock of a gate.
 *
 * @param today the present moment; days are those of UTC
 */
export function gateClock(
  { outcome, requestedAt, dueOn, answeredAt, validUntil }: Running,
  today: Date,
): GateClock {
  const running = answeredAt === null;
  const left = validUntil === null ? Number.POSITIVE_INFINITY : (dayOf(validUntil) - dayOf(today)) / DAY;
  return {
    days: Math.max(0, (dayOf(answeredAt ?? today) - dayOf(requestedAt)) / DAY),
    running,
    overdue: running && dayOf(dueOn) < dayOf(today),
    expiring: outcome === "clear" && left <= EXPIRY_NOTICE_DAYS,
  };
}
