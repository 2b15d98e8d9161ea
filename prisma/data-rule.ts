/** One rule that the data must keep and that no constraint of the database can hold. */
export interface DataRule {
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly holds: string;
  /** Finds the rows that break it: each with its `id` and, where it helps, `why`. */
  readonly breaches: string;
}

/** A rule of the data. */
export const rule = (name: string, holds: string, breaches: string): DataRule => ({ name, holds, breaches });
