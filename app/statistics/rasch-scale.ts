import { distanceAt, type Facet, type Facets, lower, oddsAt, oddsOf } from "./rasch-facet.ts";
import { eigen } from "./symmetric-matrix.ts";

/** No step is longer than this many logits. */
const LONGEST = 1;

/** The rating scale while it is estimated. */
export interface Scale {
  readonly top: number;
  readonly thresholds: Float64Array;
  /** exp(−F_k). */
  readonly odds: Float64Array;
  /** How many ratings are in category k or above, k from 1. */
  readonly reached: Float64Array;
  /** Room for the probabilities of one rating's categories. */
  readonly room: Float64Array;
}

export function ratingScale(given: Int32Array, top: number): Scale {
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

/**
 * Fills the scale's room with the probabilities of its categories, and gives their mean and variance: the innermost work of
 * the fit. Measures of at most a few tens of logits, which is all there can be, do not overflow.
 *
 * @param step exp of the distance between ability and all that resists it
 */
export function spread({ top, odds, room }: Scale, step: number): { mean: number; variance: number } {
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
export function improve(one: Facet, facets: Facets, scale: Scale): number {
  const expected = new Float64Array(one.measures.length);
  const information = new Float64Array(one.measures.length);
  const odds = oddsOf(facets);
  for (let at = 0; at < one.of.length; at += 1) {
    const { mean, variance } = spread(scale, oddsAt(facets, odds, at));
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

/** One step of Newton's for all thresholds together, their sum then brought to 0 at the subjects' expense. */
export function improveScale(scale: Scale, facets: Facets, given: Int32Array): number {
  const { top, thresholds, odds, reached, room } = scale;
  const expected = new Float64Array(top);
  const information = new Float64Array(top * top);
  const steps = oddsOf(facets);
  for (let at = 0; at < given.length; at += 1) {
    spread(scale, oddsAt(facets, steps, at));
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
  const moves = solve(
    information,
    expected.map((count, k) => count - (reached[k] ?? 0)),
    top,
  );
  let longest = 0;
  moves.forEach((move, k) => {
    const taken = within(move);
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

/**
 * One step of Newton's along the line on which everything grows in the same ratio. Where candidacies lie far apart the likelihood is
 * almost flat in that direction, and facet by facet it would be climbed for thousands of steps.
 *
 * @returns by how many logits the measure that moved most did
 */
export function stretch(scale: Scale, facets: Facets): number {
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
  const steps = oddsOf(facets);
  for (let at = 0; at < facets[0].of.length; at += 1) {
    const distance = distanceAt(facets, at);
    spread(scale, oddsAt(facets, steps, at));
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
