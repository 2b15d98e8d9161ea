import { invertInPlace, type Matrix } from "./symmetric-matrix.ts";

/** Which rater rated which subject; entries come subject by subject. */
export interface RatingDesign {
  readonly subjects: number;
  readonly raters: number;
  /** Subject and rater of each entry. */
  readonly subject: Int32Array;
  readonly rater: Int32Array;
  /** Where each subject's entries begin; one more than subjects. */
  readonly starts: Int32Array;
}

/** One panel drawn from the raters: who is in it how often, and what follows for the estimates. */
export interface PanelEstimate {
  /** 1 for each subject that somebody of the panel rated. */
  readonly seen: Uint8Array;
  readonly design: RatingDesign;
  readonly times: ArrayLike<number>;
  /** Part of each entry in its subject's mean. */
  readonly shares: Float64Array;
  /** Inverse of the raters' equations; null where no correction is due. */
  readonly inverse: Matrix | null;
}

/** Stands for 1/ratio where the ratio is infinite: small beside the equations' entries (about 1), large beside rounding. */
const VANISHING = 1e-9;

/** A design from subjects × raters; anything but null is an entry. */
export function ratingDesign(ratings: readonly (readonly (number | null)[])[]): RatingDesign {
  const entries = ratings.map((row) => row.flatMap((value, rater) => (value === null ? [] : [rater])));
  const starts = new Int32Array(ratings.length + 1);
  entries.forEach((raters, subject) => {
    starts[subject + 1] = (starts[subject] ?? 0) + raters.length;
  });
  return {
    subjects: ratings.length,
    raters: ratings.reduce((most, row) => Math.max(most, row.length), 0),
    subject: Int32Array.from(entries.flatMap((raters, subject) => raters.map(() => subject))),
    rater: Int32Array.from(entries.flat()),
    starts,
  };
}

/**
 * Prepares the fair averages of `mixed-model.ts` for a panel in which each rater stands so many times, at a variance ratio that is
 * known. Copies of a rater are raters with one and the same severity; the equations are those of the model, weighted.
 *
 * The ratio is not estimated anew: over three to seven raters, some of them twice in the panel, there is nothing left to
 * estimate it from.
 *
 * @param times of each rater, 0 = not in the panel
 * @param ratio variance of raters / residual variance, 0 … ∞
 */
export function preparePanel(design: RatingDesign, times: ArrayLike<number>, ratio: number): PanelEstimate {
  const { subjects, raters, rater, starts } = design;
  const shares = new Float64Array(rater.length);
  const seen = new Uint8Array(subjects);
  for (let i = 0; i < subjects; i += 1) {
    const end = starts[i + 1] ?? 0;
    let count = 0;
    for (let e = starts[i] ?? 0; e < end; e += 1) count += times[rater[e] ?? 0] ?? 0;
    if (count === 0) continue;
    seen[i] = 1;
    for (let e = starts[i] ?? 0; e < end; e += 1) shares[e] = (times[rater[e] ?? 0] ?? 0) / count;
  }
  // In a complete design severities cancel out of every mean.
  const corrects = ratio > 0 && rater.length < subjects * raters;
  const inverse = corrects ? raterEquations(design, times, shares, ratio) : null;
  if (inverse !== null) invertInPlace(inverse, raters);
  return { seen, design, times, shares, inverse };
}

/** ZʹMZ of the panel plus 1/ratio on the diagonal; a rater who is not in it gets an equation of its own. */
function raterEquations(
  { subjects, raters, rater, starts }: RatingDesign,
  times: ArrayLike<number>,
  shares: Float64Array,
  ratio: number,
): Matrix {
  const equations = new Float64Array(raters * raters);
  for (let i = 0; i < subjects; i += 1) {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    for (let e = start; e < end; e += 1) {
      const j = rater[e] ?? 0;
      const weight = times[j] ?? 0;
      if (weight === 0) continue;
      equations[j * raters + j] = (equations[j * raters + j] ?? 0) + weight;
      for (let other = start; other < end; other += 1) {
        const at = j * raters + (rater[other] ?? 0);
        equations[at] = (equations[at] ?? 0) - weight * (shares[other] ?? 0);
      }
    }
  }
  const shrinkage = ratio === Number.POSITIVE_INFINITY ? VANISHING : 1 / ratio;
  for (let j = 0; j < raters; j += 1) {
    const weight = times[j] ?? 0;
    const at = j * raters + j;
    equations[at] = weight === 0 ? 1 : (equations[at] ?? 0) + weight * shrinkage;
  }
  return equations;
}

/**
 * Fair averages of several scores at once: being linear in the scores, they can be formed for each criterion and weighted
 * afterwards.
 *
 * @param values entries × width
 * @param out subjects × width, overwritten; rows of unseen subjects become 0
 */
export function estimateAll(
  panel: PanelEstimate,
  values: Float64Array,
  width: number,
  out: Float64Array,
): void {
  const { design, times, shares, inverse } = panel;
  const { subject, rater, raters } = design;
  out.fill(0);
  const absent = (e: number) => (shares[e] ?? 0) === 0;
  for (let e = 0; e < rater.length; e += 1) {
    if (!absent(e)) addRow(out, (subject[e] ?? 0) * width, values, e * width, shares[e] ?? 0, width);
  }
  if (inverse === null) return;
  const right = new Float64Array(raters * width);
  for (let e = 0; e < rater.length; e += 1) {
    if (absent(e)) continue;
    const j = rater[e] ?? 0;
    addResidual(right, j * width, values, e * width, out, (subject[e] ?? 0) * width, times[j] ?? 0, width);
  }
  const effects = multiply(inverse, right, raters, width);
  for (let e = 0; e < rater.length; e += 1) {
    if (!absent(e))
      addRow(out, (subject[e] ?? 0) * width, effects, (rater[e] ?? 0) * width, -(shares[e] ?? 0), width);
  }
}

/**
 * Adds to the fair averages what a few entries contribute: the same estimate for scores that are 0 elsewhere.
 *
 * @param entries their numbers
 * @param values their scores
 * @param out one value a subject
 */
export function addEntries(
  panel: PanelEstimate,
  entries: Int32Array,
  values: Float64Array,
  out: Float64Array,
): void {
  const { design, times, shares, inverse } = panel;
  const { subject, rater, raters } = design;
  const means = new Float64Array(design.subjects);
  const right = new Float64Array(raters);
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] ?? 0;
    const i = subject[entry] ?? 0;
    const own = rater[entry] ?? 0;
    means[i] = (means[i] ?? 0) + (shares[entry] ?? 0) * (values[at] ?? 0);
    right[own] = (right[own] ?? 0) + (times[own] ?? 0) * (values[at] ?? 0);
  }
  for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) + (means[i] ?? 0);
  if (inverse === null) return;
  for (let e = 0; e < rater.length; e += 1) {
    const j = rater[e] ?? 0;
    right[j] = (right[j] ?? 0) - (times[j] ?? 0) * (means[subject[e] ?? 0] ?? 0);
  }
  const effects = multiply(inverse, right, raters, 1);
  for (let e = 0; e < rater.length; e += 1) {
    const i = subject[e] ?? 0;
    out[i] = (out[i] ?? 0) - (shares[e] ?? 0) * (effects[rater[e] ?? 0] ?? 0);
  }
}

function addRow(
  to: Float64Array,
  at: number,
  from: Float64Array,
  start: number,
  factor: number,
  width: number,
): void {
  for (let k = 0; k < width; k += 1) to[at + k] = (to[at + k] ?? 0) + factor * (from[start + k] ?? 0);
}

/** Adds factor · (value − mean) of one entry to its rater's row. */
function addResidual(
  to: Float64Array,
  at: number,
  values: Float64Array,
  value: number,
  means: Float64Array,
  mean: number,
  factor: number,
  width: number,
): void {
  for (let k = 0; k < width; k += 1) {
    to[at + k] = (to[at + k] ?? 0) + factor * ((values[value + k] ?? 0) - (means[mean + k] ?? 0));
  }
}

/** size × size times size × width. */
function multiply(matrix: Matrix, right: Float64Array, size: number, width: number): Float64Array {
  const product = new Float64Array(size * width);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1)
      addRow(product, i * width, right, j * width, matrix[i * size + j] ?? 0, width);
  }
  return product;
}
