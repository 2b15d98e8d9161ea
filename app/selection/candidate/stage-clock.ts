import type { CandidacyState } from "#app/selection/lifecycle.ts";

/** Whole days that a case may stand in a state before it is shown as slow; the others have no clock. Cadre's own choice. */
export const USUAL_DAYS: Readonly<Partial<Record<CandidacyState, number>>> = {
  nominated: 14,
  consented: 21,
  screenedIn: 60,
  recommended: 21,
  selected: 30,
};

export interface ReachedStage<Stage extends string = string> {
  readonly stage: Stage;
  readonly reachedAt: Date;
}

/** How long a case has stood where it stands. */
export interface StageClock {
  /** ISO 8601 instant. */
  readonly since: string;
  /** Whole days of 24 hours. */
  readonly days: number;
  /** Longer than is usual for the state. */
  readonly slow: boolean;
}

const DAY = 86_400_000;
const daysBetween = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY));

/**
 * The clock of a case that is under way: since the last stage it reached. Null where it has ended or waits for nothing
 * of its own (found suitable, not recommended).
 */
export function stageClock(
  state: CandidacyState,
  stages: readonly Pick<ReachedStage, "reachedAt">[],
  now: Date,
): StageClock | null {
  const usual = USUAL_DAYS[state];
  const last = Math.max(...stages.map(({ reachedAt }) => reachedAt.getTime()));
  if (usual === undefined || !Number.isFinite(last)) return null;
  const since = new Date(last);
  const days = daysBetween(since, now);
  return { since: since.toISOString(), days, slow: days > usual };
}

/** A stage with how long the case stood in it, in whole days; null for the last one of a case that has ended. */
export interface StageStay<Stage extends string = string> extends ReachedStage<Stage> {
  readonly days: number | null;
}

/**
 * How long a case stood in each stage, in the order in which it reached them: until the next, or until now where it
 * stands in the last still.
 */
export function stageStays<Stage extends string>(
  stages: readonly ReachedStage<Stage>[],
  running: boolean,
  now: Date,
): readonly StageStay<Stage>[] {
  const ordered = stages.toSorted((a, b) => a.reachedAt.getTime() - b.reachedAt.getTime());
  return ordered.map((stage, n) => {
    const until = ordered[n + 1]?.reachedAt ?? (running ? now : null);
    return { ...stage, days: until && daysBetween(stage.reachedAt, until) };
  });
}

/** The moment before which a case must have reached its state to be slow in it. */
export const slowBefore = (usualDays: number, now: Date): Date =>
  new Date(now.getTime() - (usualDays + 1) * DAY);
