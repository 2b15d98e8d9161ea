import { eigen } from "./symmetric-matrix.ts";

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

/** Score points that an extreme element is moved inward (Linacre; METHOD § 10). */
const INWARD = 0.3;
const TRIES = 1000;
const SMALL = 1e-9;
const STILL = 1e-6;
/** No step is longer than this many logits. */
const LONGEST = 1;

/** A facet while it is estimated. */
interface Facet {
  /** Which element each rating is of. */
  readonly of: Int32Array;
  /** +1 if a high measure raises ratings (subjects), −1 if it lowers them (raters, items). */
  readonly sign: 1 | -1;
  readonly measures: Float64Array;
  /** Sum of categories given, extreme ones moved inward. */
  readonly totals: Float64Array;
  readonly counts: Int32Array;
  readonly extreme: Uint8Array;
}

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

function facet(of: Int32Array, size: number, sign: 1 | -1, given: Int32Array, top: number): Facet {
  const totals = new Float64Array(size);
  const counts = new Int32Array(size);
  of.forEach((element, at) => {
    totals[element] = (totals[element] ?? 0) + (given[at] ?? 0);
    counts[element] = (counts[element] ?? 0) + 1;
  });
  const extreme = new Uint8Array(size);
  for (let element = 0; element < size; element += 1) {
    const most = (counts[element] ?? 0) * top;
    const total = totals[element] ?? 0;
    if (most === 0 || (total > 0 && total < most)) continue;
    extreme[element] = 1;
    totals[element] = total === 0 ? INWARD : most - INWARD;
  }
  return { of, sign, measures: new Float64Array(size), totals, counts, extreme };
}

/** The rating scale while it is estimated. */
interface Scale {
  readonly top: number;
  readonly thresholds: Float64Array;
  /** exp(−F_k). */
  readonly odds: Float64Array;
  /** How many ratings are in category k or above, k from 1. */
  readonly reached: Float64Array;
  /** Room for the probabilities of one rating's categories. */
  readonly room: Float64Array;
}

function ratingScale(given: Int32Array, top: number): Scale {
  const reached = new Float64Array(top);
  for (const category of given) for (let k = 0; k < category; k += 1) reached[k] = (reached[k] ?? 0) + 1;
  return {
    top,
    thresholds: new Float64Array(top),
    odds: new Float64Array(top).fill(1),
    reached,
    room: new Float64Array(top + 1),
  };
}

type Facets = readonly [Facet, Facet, Facet];

/** Ability less all that resists it, at one rating. */
function distanceAt([subjects, raters, items]: Facets, at: number): number {
  return (
    (subjects.measures[subjects.of[at] ?? 0] ?? 0) -
    (raters.measures[raters.of[at] ?? 0] ?? 0) -
    (items.measures[items.of[at] ?? 0] ?? 0)
  );
}

/**
 * Fills the scale's room with the probabilities of its categories, and gives their mean and variance. One exponential a
 * rating: the innermost work of the fit. Measures of at most a few tens of logits, which is all there can be, do not overflow.
 */
function spread({ top, odds, room }: Scale, distance: number): { mean: number; variance: number } {
  const step = Math.exp(distance);
  let part = 1;
  let whole = 1;
  let first = 0;
  let second = 0;
  room[0] = 1;
  for (let k = 1; k <= top; k += 1) {
    part *= step * (odds[k - 1] ?? 0);
    room[k] = part;
    whole += part;
    first += k * part;
    second += k * k * part;
  }
  for (let k = 0; k <= top; k += 1) room[k] = (room[k] ?? 0) / whole;
  const mean = first / whole;
  return { mean, variance: second / whole - mean * mean };
}

/** One step of Newton's for every element of a facet; @returns the longest of them. */
function improve(one: Facet, facets: Facets, scale: Scale): number {
  const expected = new Float64Array(one.measures.length);
  const information = new Float64Array(one.measures.length);
  for (let at = 0; at < one.of.length; at += 1) {
    const { mean, variance } = spread(scale, distanceAt(facets, at));
    const element = one.of[at] ?? 0;
    expected[element] = (expected[element] ?? 0) + mean;
    information[element] = (information[element] ?? 0) + variance;
  }
  let longest = 0;
  for (let element = 0; element < expected.length; element += 1) {
    if (one.counts[element] === 0) continue;
    const lacking = (one.totals[element] ?? 0) - (expected[element] ?? 0);
    const step = within((one.sign * lacking) / Math.max(information[element] ?? 0, 1e-12));
    one.measures[element] = (one.measures[element] ?? 0) + step;
    longest = Math.max(longest, Math.abs(step));
  }
  return longest;
}

const within = (step: number) => Math.max(-LONGEST, Math.min(LONGEST, step));

/** Makes a facet's measures sum to 0; what it gives up the subjects' take, so that no rating's distance changes. */
function centre(one: Facet, subjects: Facet): void {
  const seen = one.counts.filter((count) => count > 0).length;
  const mean = one.measures.reduce((sum, measure) => sum + measure, 0) / seen;
  lower(one, mean);
  lower(subjects, mean);
}

/** One step of Newton's for all thresholds together, their sum then brought to 0 at the subjects' expense. */
function improveScale(scale: Scale, facets: Facets, given: Int32Array): number {
  const { top, thresholds, odds, reached, room } = scale;
  const expected = new Float64Array(top);
  const information = new Float64Array(top * top);
  for (let at = 0; at < given.length; at += 1) {
    spread(scale, distanceAt(facets, at));
    for (let k = top - 1; k >= 0; k -= 1) {
      room[k] = (room[k] ?? 0) + (room[k + 1] ?? 0);
      expected[k] = (expected[k] ?? 0) + (room[k + 1] ?? 0);
    }
    for (let k = 0; k < top; k += 1) {
      for (let l = 0; l < top; l += 1) {
        const both = room[Math.max(k, l) + 1] ?? 0;
        const at2 = k * top + l;
        information[at2] = (information[at2] ?? 0) + both - (room[k + 1] ?? 0) * (room[l + 1] ?? 0);
      }
    }
  }
  const steps = solve(
    information,
    expected.map((count, k) => count - (reached[k] ?? 0)),
    top,
  );
  let longest = 0;
  steps.forEach((step, k) => {
    const taken = within(step);
    thresholds[k] = (thresholds[k] ?? 0) + taken;
    longest = Math.max(longest, Math.abs(taken));
  });
  const mean = thresholds.reduce((sum, threshold) => sum + threshold, 0) / top;
  for (let k = 0; k < top; k += 1) {
    thresholds[k] = (thresholds[k] ?? 0) - mean;
    odds[k] = Math.exp(-(thresholds[k] ?? 0));
  }
  lower(facets[0], mean);
  return longest;
}

/** Lowers the measures of a facet's elements that have ratings. */
function lower(one: Facet, by: number): void {
  one.measures.forEach((measure, element) => {
    if (one.counts[element] !== 0) one.measures[element] = measure - by;
  });
}

/**
 * One step of Newton's along the line on which everything grows in the same ratio. Where candidacies lie far apart the likelihood is
 * almost flat in that direction, and facet by facet it would be climbed for thousands of steps.
 *
 * @returns by how many logits the measure that moved most did
 */
function stretch(scale: Scale, facets: Facets): number {
  const { top, thresholds, odds, reached, room } = scale;
  const sums = new Float64Array(top + 1);
  for (let k = 1; k <= top; k += 1) sums[k] = (sums[k - 1] ?? 0) + (thresholds[k - 1] ?? 0);
  const given = facets.map(({ sign, measures, totals }) =>
    measures.reduce((sum, measure, element) => sum + sign * measure * (totals[element] ?? 0), 0),
  );
  let slope = given.reduce((sum, part) => sum + part, 0);
  thresholds.forEach((threshold, k) => {
    slope -= threshold * (reached[k] ?? 0);
  });
  let curve = 0;
  for (let at = 0; at < facets[0].of.length; at += 1) {
    const distance = distanceAt(facets, at);
    spread(scale, distance);
    let first = 0;
    let second = 0;
    for (let k = 1; k <= top; k += 1) {
      const along = k * distance - (sums[k] ?? 0);
      first += (room[k] ?? 0) * along;
      second += (room[k] ?? 0) * along * along;
    }
    slope -= first;
    curve += second - first * first;
  }
  const ratio = curve > 0 ? Math.max(-0.5, Math.min(0.5, slope / curve)) : 0;
  let longest = 0;
  const grow = (values: Float64Array) => {
    values.forEach((value, at) => {
      values[at] = value * (1 + ratio);
      longest = Math.max(longest, Math.abs(value * ratio));
    });
  };
  for (const { measures } of facets) grow(measures);
  grow(thresholds);
  thresholds.forEach((threshold, k) => {
    odds[k] = Math.exp(-threshold);
  });
  return longest;
}

/** x of least length with A x = b, A symmetric and not negative. */
function solve(A: Float64Array, b: Float64Array, size: number): Float64Array {
  const { values, vectors } = eigen(A, size);
  const least = 1e-12 * Math.max(...values);
  const x = new Float64Array(size);
  values.forEach((value, l) => {
    if (value <= least) return;
    const along = b.reduce((sum, part, k) => sum + part * (vectors[k * size + l] ?? 0), 0) / value;
    for (let k = 0; k < size; k += 1) x[k] = (x[k] ?? 0) + along * (vectors[k * size + l] ?? 0);
  });
  return x;
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
  given.forEach((category, at) => {
    const { mean, variance } = spread(scale, distanceAt(facets, at));
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
