import { expectation, poissonBinomial, quantile, upperTail } from "#app/statistics/poisson-binomial.ts";
import { firstReached } from "./first-reached.ts";
import {
  type Assumptions,
  expectedAppointments,
  isFilled,
  type ProjectedPost,
  womanByMonth,
} from "./projected-post.ts";
import { drawPaths } from "./projection-draws.ts";

/** Up to so many posts the number of women in a month is computed exactly; above, paths are drawn (METHOD §10). */
export const EXACT_POSTS = 200;

/** The bands that are shown, the widest first: central intervals of so much probability. */
export const BANDS = [0.95, 0.8, 0.5] as const;

/** One month of a projection: shares of women among the posts that are filled, 0 to 1. */
export interface ProjectedMonth {
  readonly month: number;
  readonly filled: number;
  readonly expected: number;
  readonly median: number;
  /** Low and high for each of `BANDS`. */
  readonly bands: readonly (readonly [low: number, high: number])[];
  /** How likely the share is at the target in this month. */
  readonly atTarget: number;
  /** How likely it was there in this month or one before. */
  readonly everAtTarget: number;
}

export interface Projection {
  readonly months: readonly ProjectedMonth[];
  /** `exact`: computed; `drawn`: from seeded paths. */
  readonly bandsBy: "exact" | "drawn";
  readonly firstBy: "exact" | "drawn";
  /** The first month in which the median is at the target; null: not within the horizon. */
  readonly medianReaches: number | null;
  /**
   * The months by which the first time at the target has come with 10, 50 and 90 % probability; null: not within the
   * horizon.
   */
  readonly firstTime: readonly (number | null)[];
}

/** How randomness is drawn where it is. */
export interface Draws {
  readonly seed: number;
  readonly draws: number;
}

/** The levels at which the distribution of the first time at the target is told. */
export const FIRST_TIME_LEVELS = [0.1, 0.5, 0.9] as const;

/**
 * The fewest women among `filled` who make the target share, in whole numbers: hundredths of a percent are whole.
 *
 * @param target 0 to 1
 */
export const womenNeeded = (target: number, filled: number): number =>
  Math.ceil((Math.round(target * 10_000) * filled) / 10_000);

/**
 * Projects the share of women among posts (METHOD §9, §10). Each post is on its own: its term ends are known, at each the
 * holder stays with the renewal rate or a woman follows with the share. So the number of women in a month is
 * Poisson-binomial: exact for up to `EXACT_POSTS`. When the target is reached first depends on whole paths: exact where no
 * post opens twice within the horizon, drawn otherwise.
 *
 * @param posts at least one
 * @param target the share to reach, 0 to 1
 */
export function project(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
  target: number,
  draws: Draws,
): Projection {
  const filled = Array.from(
    { length: assumptions.horizon + 1 },
    (_, month) => posts.filter((post) => isFilled(post, month)).length,
  );
  // Where nobody is in post there is no share to be at.
  const needed = filled.map((count) => (count === 0 ? posts.length + 1 : womenNeeded(target, count)));
  const computed = firstReached(posts, assumptions, needed);
  const exactBands = posts.length <= EXACT_POSTS;
  const until = exactBands ? "target" : "horizon";
  const drawn = computed === null || !exactBands ? drawPaths(posts, assumptions, needed, draws, until) : null;
  const likely = exactBands ? posts.map((post) => womanByMonth(post, assumptions)) : [];
  const ever = computed ?? drawn?.everReached ?? [];
  let everAtLeast = 0;
  const months = filled.map((count, month): ProjectedMonth => {
    const women = exactBands
      ? poissonBinomial(likely.map((post) => post[month] ?? 0))
      : (drawn?.women[month] ?? new Float64Array(1));
    const share = (value: number) => (count === 0 ? 0 : value / count);
    const atTarget = upperTail(women, needed[month] ?? 0);
    // What is drawn may lie a little below what is computed: whoever is at the target in a month has been by then.
    everAtLeast = Math.max(everAtLeast, atTarget, ever[month] ?? 0);
    return {
      ...{ month, filled: count },
      expected: share(expectation(women)),
      median: share(quantile(women, 0.5)),
      bands: BANDS.map(
        (level) =>
          [share(quantile(women, (1 - level) / 2)), share(quantile(women, 1 - (1 - level) / 2))] as const,
      ),
      ...{ atTarget, everAtTarget: everAtLeast },
    };
  });
  const firstMonth = (holds: (month: ProjectedMonth) => boolean) => months.find(holds)?.month ?? null;
  return {
    months,
    bandsBy: exactBands ? "exact" : "drawn",
    firstBy: computed ? "exact" : "drawn",
    // The median is at the target exactly where that is at least as likely as not.
    medianReaches: firstMonth(({ atTarget }) => atTarget >= 0.5 - ROUNDING),
    firstTime: FIRST_TIME_LEVELS.map((level) =>
      firstMonth(({ everAtTarget }) => everAtTarget >= level - ROUNDING),
    ),
  };
}

/** Sums of many probabilities are not exact in their last digits. */
const ROUNDING = 1e-9;

/** What it takes among the appointments to come. `share` null: not reachable, whoever is appointed. */
export interface NeededShare {
  /** Appointments to expect up to the date. */
  readonly appointments: number;
  readonly share: number | null;
}

/** The share is solved for to a thousandth of a percent. */
const STEPS = 17;

/**
 * The smallest share of women among all appointments up to a month with which the target is then as likely reached as not:
 * found by halving, since the more women are appointed the likelier it is. 0 where nobody needs to be.
 */
export function neededShare(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
  target: number,
  month: number,
): NeededShare {
  const appointments = expectedAppointments(posts, assumptions, month);
  const filled = posts.filter((post) => isFilled(post, month)).length;
  const needed = womenNeeded(target, filled);
  const reaches = (share: number) => {
    const ahead = { ...assumptions, share, horizon: month };
    const women = poissonBinomial(posts.map((post) => womanByMonth(post, ahead)[month] ?? 0));
    return filled > 0 && upperTail(women, needed) >= 0.5 - ROUNDING;
  };
  if (!reaches(1)) return { appointments, share: null };
  if (reaches(0)) return { appointments, share: 0 };
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return { appointments, share: high };
}

/**
 * The share of women among appointments where shortlists have so many: a woman on one is `ratio` times as likely to be
 * chosen as a man.
 *
 * @param shortlist 0 to 1
 * @param ratio above 0; 1: as likely
 */
export const shareFromShortlists = (shortlist: number, ratio: number): number =>
  shortlist === 0 ? 0 : (shortlist * ratio) / (shortlist * ratio + 1 - shortlist);
