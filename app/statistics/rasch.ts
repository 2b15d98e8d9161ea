import { centre, type Facet, type Facets, facet, oddsAt, oddsOf } from "./rasch-facet.ts";
import { improve, improveScale, ratingScale, type Scale, spread, stretch } from "./rasch-scale.ts";

/** One rating: who was rated, by whom, on what (each numbered from 0), and the level given (a whole number). */
export interface Rating {
  readonly subject: number;
  readonly rater: number;
  readonly item: number;
  readonly level: number;
}

/** How many there are of each facet. */
export interface RaschSize {
  readonly subjects: number;
  readonly raters: number;
  readonly items: number;
}

/** Where an element of a facet stands, in logits. */
export interface RaschMeasure {
  readonly measure: number;
  /** 1/√information, the other facets taken as known. */
  readonly standardError: number;
  /** Mean squared residual weighted by information; 1 is as noisy as the model says, 1.5 and more is erratic. */
  readonly infit: number;
  /** Mean squared standardised residual, not weighted: single surprising ratings show in it. */
  readonly outfit: number;
  /** All its ratings were the lowest level or all the highest: it has no finite measure, and stands 0.3 levels inward. */
  readonly extreme: boolean;
  readonly ratings: number;
}

/** A fitted many-facet Rasch model. */
export interface RaschFit {
  readonly kind: "fitted";
  /** One a subject (able = positive), null without ratings; with the level an average rater would give on an average item. */
  readonly subjects: readonly ((RaschMeasure & { readonly fairAverage: number }) | null)[];
  /** One a rater (severe = positive), null without ratings; raters' and items' measures each sum to 0. */
  readonly raters: readonly (RaschMeasure | null)[];
  /** One an item (hard = positive). */
  readonly items: readonly (RaschMeasure | null)[];
  /** The levels that were given, ascending: others have no threshold. */
  readonly levels: readonly number[];
  /** F_1 … F_K, sum 0: from each level given to the next. */
  readonly thresholds: readonly number[];
  readonly logLikelihood: number;
  /** False if the steps had not become small when the tries ran out. */
  readonly converged: boolean;
  /**
   * Whether raters' and items' measures stood still at the end, to 10⁻⁶ logits. They do also where candidacies drift apart for
   * ever, because nobody's ratings join one level to the next but one: residuals, and so fit, have their limits then too.
   */
  readonly settled: boolean;
}

/** No fit: `noVariation` where every rating is the same level. */
export type Rasch = RaschFit | { readonly kind: "noVariation" };

const TRIES = 1000;
const SMALL = 1e-9;
const STILL = 1e-6;

/**
 * Fits log(P_k / P_{k−1}) = B_subject − C_rater − D_item − F_k, the many-facet Rasch model with one rating scale, by joint
 * maximum likelihood (Linacre 1989, Many-Facet Rasch Measurement, ch. 10; Wright & Masters 1982, Rating Scale Analysis).
 *
 * Newton's method facet by facet until no step exceeds 10⁻⁹ logits. Levels that nobody gave are left out of the scale.
 * Joint likelihood spreads measures too widely; `corrected` shrinks measures, thresholds and standard errors by (n − 1)/n, n the ratings
 * that a subject has on average (the style of Wright & Douglas 1977). Fit is that of the model as estimated.
 *
 * @param ratings of a connected design (see `components`): between two components nothing can be compared
 * @throws RangeError for a number outside a facet or a level that is not whole
 */
export function rasch(ratings: readonly Rating[], size: RaschSize, corrected = true): Rasch {
  const levels = [...new Set(ratings.map(({ level }) => level))].sort((a, b) => a - b);
  check(ratings, size);
  if (levels.length < 2) return { kind: "noVariation" };
  const category = new Map(levels.map((level, k) => [level, k]));
  const given = Int32Array.from(ratings, ({ level }) => category.get(level) ?? 0);
  const top = levels.length - 1;
  const subjects = facet(
    Int32Array.from(ratings, (r) => r.subject),
    size.subjects,
    1,
    given,
    top,
  );
  const raters = facet(
    Int32Array.from(ratings, (r) => r.rater),
    size.raters,
    -1,
    given,
    top,
  );
  const items = facet(
    Int32Array.from(ratings, (r) => r.item),
    size.items,
    -1,
    given,
    top,
  );
  const facets = [subjects, raters, items] as const;
  const scale = ratingScale(given, top);
  let converged = false;
  let settled = false;
  for (let tries = 0; tries < TRIES && !converged; tries += 1) {
    const before = [...raters.measures, ...items.measures];
    let longest = 0;
    for (const one of facets) longest = Math.max(longest, improve(one, facets, scale));
    centre(raters, subjects);
    centre(items, subjects);
    longest = Math.max(longest, improveScale(scale, facets, given));
    longest = Math.max(longest, stretch(scale, facets));
    converged = longest < SMALL;
    const after = [...raters.measures, ...items.measures];
    settled = after.every((measure, at) => Math.abs(measure - (before[at] ?? 0)) < STILL);
  }
  const fit = fitOf(facets, scale, given);
  const shrink = corrected ? shrinkage(subjects) : 1;
  const told = (one: Facet) => measuresOf(one, fit, shrink);
  const average = scale.thresholds.map((threshold) => threshold * shrink);
  return {
    kind: "fitted",
    subjects: told(subjects).map(
      (one) => one && { ...one, fairAverage: expectedLevel(one.measure, average, levels) },
    ),
    raters: told(raters),
    items: told(items),
    levels,
    thresholds: Array.from(average),
    logLikelihood: fit.logLikelihood,
    converged,
    settled,
  };
}

/**
 * The level expected at a distance (logits) between ability and all that resists it, under thresholds between these levels: the
 * "fair average" where that distance is a subject's measure.
 */
export function expectedLevel(
  distance: number,
  thresholds: ArrayLike<number>,
  levels: readonly number[],
): number {
  let reached = 0;
  const logs = levels.map((_, k) => {
    reached += k === 0 ? 0 : distance - (thresholds[k - 1] ?? 0);
    return reached;
  });
  const most = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.reduce((sum, part, k) => sum + part * (levels[k] ?? 0), 0) / whole;
}

function check(ratings: readonly Rating[], { subjects, raters, items }: RaschSize): void {
  const within = (at: number, count: number) => Number.isInteger(at) && at >= 0 && at < count;
  for (const { subject, rater, item, level } of ratings) {
    if (!within(subject, subjects) || !within(rater, raters) || !within(item, items))
      throw new RangeError("A rating names a subject, rater or item that there is not.");
    if (!Number.isInteger(level)) throw new RangeError(`Level ${level} is not a whole number.`);
  }
}

/** How well each rating is foretold. */
interface Foretold {
  readonly residuals: Float64Array;
  readonly variances: Float64Array;
  readonly logLikelihood: number;
}

function fitOf(facets: Facets, scale: Scale, given: Int32Array): Foretold {
  const residuals = new Float64Array(given.length);
  const variances = new Float64Array(given.length);
  let logLikelihood = 0;
  const odds = oddsOf(facets);
  given.forEach((category, at) => {
    const { mean, variance } = spread(scale, oddsAt(facets, odds, at));
    residuals[at] = category - mean;
    variances[at] = variance;
    logLikelihood += Math.log(scale.room[category] ?? 0);
  });
  return { residuals, variances, logLikelihood };
}

/** (n − 1)/n, n the mean number of ratings of the subjects that have any; 1 where that is a single one. */
function shrinkage({ counts }: Facet): number {
  const seen = counts.filter((count) => count > 0);
  const mean = seen.reduce((sum, count) => sum + count, 0) / seen.length;
  return mean > 1 ? (mean - 1) / mean : 1;
}

function measuresOf(one: Facet, { residuals, variances }: Foretold, shrink: number): (RaschMeasure | null)[] {
  const size = one.measures.length;
  const [squares, information, standardised] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  one.of.forEach((element, at) => {
    const square = (residuals[at] ?? 0) ** 2;
    const variance = variances[at] ?? 0;
    squares[element] = (squares[element] ?? 0) + square;
    information[element] = (information[element] ?? 0) + variance;
    standardised[element] = (standardised[element] ?? 0) + square / variance;
  });
  return Array.from(one.measures, (measure, element) => {
    const ratings = one.counts[element] ?? 0;
    const known = information[element] ?? 0;
    if (ratings === 0) return null;
    return {
      measure: measure * shrink,
      standardError: shrink / Math.sqrt(known),
      infit: (squares[element] ?? 0) / known,
      outfit: (standardised[element] ?? 0) / ratings,
      extreme: one.extreme[element] === 1,
      ratings,
    };
  });
}
