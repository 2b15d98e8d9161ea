import { invertInPlace, type Matrix } from "./symmetric-matrix.ts";

/** Which rater rated which subject. Tables here are raters × subjects, so that the inner loops run along a rater's row. */
export interface RatingDesign {
  readonly subjects: number;
  readonly raters: number;
  /** 1 where rated, 0 where not. */
  readonly rated: Float64Array;
  readonly complete: boolean;
}

/** One panel drawn from the raters, ready to estimate from. */
export interface PanelEstimate {
  readonly design: RatingDesign;
  /** How often each rater is in it. */
  readonly times: ArrayLike<number>;
  /** 1 for each subject that somebody of the panel rated. */
  readonly seen: Uint8Array;
  /** Part of each rating in its subject's mean; 0 where not rated or the rater is not in the panel. */
  readonly shares: Float64Array;
  /** Inverse of the raters' equations; null where no correction is due. */
  readonly inverse: Matrix | null;
}

/** Stands for 1/ratio where the ratio is infinite: small beside the equations' entries (about 1), large beside rounding. */
const VANISHING = 1e-9;

/** The design of a table, subjects × raters with null for not rated. */
export function ratingDesign(ratings: readonly (readonly (number | null)[])[]): RatingDesign {
  const raters = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const rated = valuesByRater(
    ratings.map((row) => row.map((value) => (value === null ? null : 1))),
    raters,
  );
  return { subjects: ratings.length, raters, rated, complete: !rated.includes(0) };
}

/** Scores of every rating, so many for each, with what can be known of them before any panel is drawn. */
export interface RaterValues {
  readonly width: number;
  /** raters × width × subjects, 0 where not rated. */
  readonly values: Float64Array;
  /** Each row's sum: raters × width. */
  readonly sums: Float64Array;
}

/** Adds the sums to scores laid out as raters × width × subjects, 0 where not rated. */
export function raterValues(
  values: Float64Array,
  width: number,
  { subjects, raters }: RatingDesign,
): RaterValues {
  const sums = Float64Array.from({ length: raters * width }, (_, row) =>
    values.subarray(row * subjects, (row + 1) * subjects).reduce((sum, value) => sum + value, 0),
  );
  return { width, values, sums };
}

/** A table, subjects × raters, turned into raters × subjects with 0 for what is not rated. */
export function valuesByRater(
  ratings: readonly (readonly (number | null)[])[],
  raters: number,
): Float64Array {
  const values = new Float64Array(raters * ratings.length);
  ratings.forEach((row, subject) => {
    row.forEach((value, rater) => {
      values[rater * ratings.length + subject] = value ?? 0;
    });
  });
  return values;
}

/**
 * Prepares the fair averages of `mixed-model.ts` for a panel in which each rater stands so many times, at a variance ratio
 * that is known. Copies of a rater are raters with one and the same severity; the equations are those of the model, weighted.
 *
 * The ratio is not estimated anew: over three to seven raters, some of them twice in the panel, there is nothing left to
 * estimate it from.
 *
 * @param times of each rater, 0 = not in the panel
 * @param ratio variance of raters / residual variance, 0 … ∞
 */
export function preparePanel(design: RatingDesign, times: ArrayLike<number>, ratio: number): PanelEstimate {
  const { subjects, raters, rated } = design;
  const counts = new Float64Array(subjects);
  for (let j = 0; j < raters; j += 1) addMultiple(counts, 0, rated, j * subjects, times[j] ?? 0, subjects);
  const seen = new Uint8Array(subjects);
  const parts = new Float64Array(subjects);
  for (let i = 0; i < subjects; i += 1) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    seen[i] = 1;
    parts[i] = 1 / count;
  }
  const shares = new Float64Array(rated.length);
  for (let j = 0; j < raters; j += 1) {
    const weight = times[j] ?? 0;
    if (weight === 0) continue;
    const start = j * subjects;
    for (let i = 0; i < subjects; i += 1) {
      shares[start + i] = weight * (rated[start + i] ?? 0) * (parts[i] ?? 0);
    }
  }
  // In a complete design severities cancel out of every mean.
  const inverse = ratio > 0 && !design.complete ? raterEquations(design, times, shares, ratio) : null;
  if (inverse !== null) invertInPlace(inverse, raters);
  return { design, times, seen, shares, inverse };
}

/** ZʹMZ of the panel plus 1/ratio on the diagonal; a rater who is not in it gets an equation of its own. */
function raterEquations(
  { subjects, raters, rated }: RatingDesign,
  times: ArrayLike<number>,
  shares: Float64Array,
  ratio: number,
): Matrix {
  const equations = new Float64Array(raters * raters);
  const shrinkage = ratio === Number.POSITIVE_INFINITY ? VANISHING : 1 / ratio;
  for (let j = 0; j < raters; j += 1) {
    const weight = times[j] ?? 0;
    const diagonal = j * raters + j;
    equations[diagonal] = 1;
    if (weight === 0) continue;
    for (let other = 0; other < raters; other += 1) {
      if ((times[other] ?? 0) === 0) continue;
      equations[j * raters + other] = -weight * dot(rated, j * subjects, shares, other * subjects, subjects);
    }
    const ratings = dot(rated, j * subjects, rated, j * subjects, subjects);
    equations[diagonal] = (equations[diagonal] ?? 0) + weight * (ratings + shrinkage);
  }
  return equations;
}

/**
 * Fair averages of several scores at once: being linear in the scores, they can be formed for each criterion and weighted
 * afterwards.
 *
 * @param out width × subjects, overwritten; unseen subjects become 0
 */
export function estimateAll(
  panel: PanelEstimate,
  { width, values, sums }: RaterValues,
  out: Float64Array,
): void {
  const { design, times, shares, inverse } = panel;
  const { subjects, raters, rated } = design;
  out.fill(0);
  const present: number[] = [];
  for (let j = 0; j < raters; j += 1) if ((times[j] ?? 0) > 0) present.push(j);
  const inPairs = present.length - (present.length % 2);
  for (let k = 0; k < width; k += 1) {
    for (let at = 0; at < inPairs; at += 2) {
      const [j, other] = [present[at] ?? 0, present[at + 1] ?? 0];
      addTwoProducts(
        out,
        k * subjects,
        shares,
        [j * subjects, other * subjects],
        values,
        [(j * width + k) * subjects, (other * width + k) * subjects],
        subjects,
      );
    }
    for (let at = inPairs; at < present.length; at += 1) {
      const j = present[at] ?? 0;
      addProduct(out, k * subjects, shares, j * subjects, values, (j * width + k) * subjects, subjects);
    }
  }
  if (inverse === null) return;
  const right = new Float64Array(raters * width);
  for (let j = 0; j < raters; j += 1) {
    const weight = times[j] ?? 0;
    if (weight === 0) continue;
    for (let k = 0; k < width; k += 1) {
      const average = dot(rated, j * subjects, out, k * subjects, subjects);
      right[j * width + k] = weight * ((sums[j * width + k] ?? 0) - average);
    }
  }
  correct(panel, right, width, out);
}

/**
 * Adds to the fair averages what a few ratings contribute: the same estimate for scores that are 0 elsewhere.
 *
 * @param cells their places, rater · subjects + subject
 * @param values their scores
 * @param out one value a subject
 */
export function addEntries(
  panel: PanelEstimate,
  cells: Int32Array,
  values: Float64Array,
  out: Float64Array,
): void {
  const { design, times, shares, inverse } = panel;
  const { subjects, raters, rated } = design;
  const means = new Float64Array(subjects);
  const right = new Float64Array(raters);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    const own = Math.floor(cell / subjects);
    const i = cell - own * subjects;
    means[i] = (means[i] ?? 0) + (shares[cell] ?? 0) * (values[at] ?? 0);
    right[own] = (right[own] ?? 0) + (times[own] ?? 0) * (values[at] ?? 0);
  }
  addMultiple(out, 0, means, 0, 1, subjects);
  if (inverse === null) return;
  for (let j = 0; j < raters; j += 1) {
    const weight = times[j] ?? 0;
    if (weight > 0) right[j] = (right[j] ?? 0) - weight * dot(rated, j * subjects, means, 0, subjects);
  }
  correct(panel, right, 1, out);
}

/** Takes the panel's severities, solved from the right-hand sides (raters × width), out of the means. */
function correct(
  { design, times, shares, inverse }: PanelEstimate,
  right: Float64Array,
  width: number,
  out: Float64Array,
) {
  const { subjects, raters } = design;
  if (inverse === null) return;
  const present: number[] = [];
  for (let j = 0; j < raters; j += 1) if ((times[j] ?? 0) > 0) present.push(j);
  const effectOf = (j: number, k: number) => {
    let effect = 0;
    for (let other = 0; other < raters; other += 1) {
      effect += (inverse[j * raters + other] ?? 0) * (right[other * width + k] ?? 0);
    }
    return effect;
  };
  const inPairs = present.length - (present.length % 2);
  for (let k = 0; k < width; k += 1) {
    for (let at = 0; at < inPairs; at += 2) {
      const [j, other] = [present[at] ?? 0, present[at + 1] ?? 0];
      takeTwo(
        out,
        k * subjects,
        shares,
        j * subjects,
        effectOf(j, k),
        other * subjects,
        effectOf(other, k),
        subjects,
      );
    }
    for (let at = inPairs; at < present.length; at += 1) {
      const j = present[at] ?? 0;
      addMultiple(out, k * subjects, shares, j * subjects, -effectOf(j, k), subjects);
    }
  }
}

/** Takes two raters' effects out, one after the other to the last digit: the sum is read and written once for both. */
function takeTwo(
  to: Float64Array,
  at: number,
  shares: Float64Array,
  first: number,
  firstEffect: number,
  second: number,
  secondEffect: number,
  length: number,
) {
  for (let i = 0; i < length; i += 1) {
    to[at + i] =
      (to[at + i] ?? 0) - firstEffect * (shares[first + i] ?? 0) - secondEffect * (shares[second + i] ?? 0);
  }
}

function addMultiple(
  to: Float64Array,
  at: number,
  from: Float64Array,
  start: number,
  factor: number,
  length: number,
) {
  for (let i = 0; i < length; i += 1) to[at + i] = (to[at + i] ?? 0) + factor * (from[start + i] ?? 0);
}

function addProduct(
  to: Float64Array,
  at: number,
  a: Float64Array,
  startA: number,
  b: Float64Array,
  startB: number,
  length: number,
) {
  for (let i = 0; i < length; i += 1)
    to[at + i] = (to[at + i] ?? 0) + (a[startA + i] ?? 0) * (b[startB + i] ?? 0);
}

/** Two products at a time: the sum is read and written once for both. */
function addTwoProducts(
  to: Float64Array,
  at: number,
  a: Float64Array,
  [firstA, secondA]: readonly [number, number],
  b: Float64Array,
  [firstB, secondB]: readonly [number, number],
  length: number,
) {
  for (let i = 0; i < length; i += 1) {
    to[at + i] =
      (to[at + i] ?? 0) +
      ((a[firstA + i] ?? 0) * (b[firstB + i] ?? 0) + (a[secondA + i] ?? 0) * (b[secondB + i] ?? 0));
  }
}

/** Σ a b, in four sums side by side: one alone would wait for each addition. */
function dot(a: Float64Array, startA: number, b: Float64Array, startB: number, length: number): number {
  const inFours = length - (length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < inFours; i += 4) {
    s0 += (a[startA + i] ?? 0) * (b[startB + i] ?? 0);
    s1 += (a[startA + i + 1] ?? 0) * (b[startB + i + 1] ?? 0);
    s2 += (a[startA + i + 2] ?? 0) * (b[startB + i + 2] ?? 0);
    s3 += (a[startA + i + 3] ?? 0) * (b[startB + i + 3] ?? 0);
  }
  for (let i = inFours; i < length; i += 1) s0 += (a[startA + i] ?? 0) * (b[startB + i] ?? 0);
  return s0 + s1 + (s2 + s3);
}
