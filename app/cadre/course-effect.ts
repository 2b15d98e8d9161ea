import { percentShown, protectList, type Shown } from "#app/gender/disclosure.ts";

/** Within how many years of a course it is looked at whether somebody came to a shortlist: Cadre's own choice. */
export const EFFECT_YEARS = 3;

/** What became of those who completed a course long enough ago, as it may be shown. */
export interface CourseEffect {
  readonly reached: Shown;
  readonly notReached: Shown;
  readonly all: Shown;
  /** In percent, not rounded; null where it may not be shown or would say nothing. */
  readonly percent: number | null;
}

/**
 * The effect of courses: of those who completed one at least `EFFECT_YEARS` years ago, so that all had the same time,
 * how many were on a list recommended to a decision maker within those years. Small counts are hidden (METHOD §6).
 *
 * @param completed how many completed one, each person once
 * @param reached how many of these were recommended
 */
export function courseEffect(completed: number, reached: number): CourseEffect {
  const { cells, total: all } = protectList(["reached", "notReached"], [reached, completed - reached]);
  const [first, second] = cells;
  if (!first || !second) throw new RangeError("Two counts in, two out.");
  return { reached: first, notReached: second, all, percent: percentShown(first, all) };
}
