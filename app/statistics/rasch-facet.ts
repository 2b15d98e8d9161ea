/** Score points that an extreme element is moved inward (Linacre; METHOD § 10). */
const INWARD = 0.3;

/** A facet while it is estimated. */
export interface Facet {
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

export type Facets = readonly [Facet, Facet, Facet];

/** Ability less all that resists it, at one rating. */
export function distanceAt([subjects, raters, items]: Facets, at: number): number {
  return (
    (subjects.measures[subjects.of[at] ?? 0] ?? 0) -
    (raters.measures[raters.of[at] ?? 0] ?? 0) -
    (items.measures[items.of[at] ?? 0] ?? 0)
  );
}

/** exp(sign · measure) of every element of each facet: a rating's odds are their product, and no rating needs an exponential. */
export type Odds = readonly [Float64Array, Float64Array, Float64Array];

export const oddsOf = (facets: Facets): Odds => {
  const of = ({ sign, measures }: Facet) => measures.map((measure) => Math.exp(sign * measure));
  return [of(facets[0]), of(facets[1]), of(facets[2])];
};

/** exp of the distance at one rating. */
export function oddsAt([subjects, raters, items]: Facets, [able, mild, easy]: Odds, at: number): number {
  return (able[subjects.of[at] ?? 0] ?? 0) * (mild[raters.of[at] ?? 0] ?? 0) * (easy[items.of[at] ?? 0] ?? 0);
}

export function facet(of: Int32Array, size: number, sign: 1 | -1, given: Int32Array, top: number): Facet {
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

/** Makes a facet's measures sum to 0; what it gives up the subjects' take, so that no rating's distance changes. */
export function centre(one: Facet, subjects: Facet): void {
  const seen = one.counts.filter((count) => count > 0).length;
  const mean = one.measures.reduce((sum, measure) => sum + measure, 0) / seen;
  lower(one, mean);
  lower(subjects, mean);
}

/** Lowers the measures of a facet's elements that have ratings. */
export function lower(one: Facet, by: number): void {
  one.measures.forEach((measure, element) => {
    if (one.counts[element] !== 0) one.measures[element] = measure - by;
  });
}
