import { isRounding } from "./rounding.ts";
import { eigen } from "./symmetric-matrix.ts";
import { type ProfileProblem, residualSquares, type VarianceRatio, varianceRatio } from "./variance-ratio.ts";

/** Ratings as subjects × raters, null = not rated. */
export type RatingTable = readonly (readonly (number | null)[])[];

/**
 * Fair averages and what they were corrected by.
 *
 * `kind` is the variance ratio's (see `VarianceRatio`). Where it is neither `estimated` nor `additive` no severity could be
 * found: fair averages are then the observed means and severities 0.
 */
export interface FairAverages {
  readonly kind: VarianceRatio["kind"];
  /** One a subject; null for a subject nobody rated. */
  readonly fair: readonly (number | null)[];
  /** Their standard errors; null where fair is, or where there is no estimate of the residual variance. */
  readonly standardErrors: readonly (number | null)[];
  /** Best linear unbiased predictors, one a rater, positive = severe; null for a rater without ratings. */
  readonly severities: readonly (number | null)[];
  /** Variance between raters; null unless `estimated` or `singular`. */
  readonly varianceRaters: number | null;
  /** Residual variance; null unless `estimated` or `singular`. */
  readonly varianceResidual: number | null;
  /** varianceRaters / varianceResidual: 0 without severities, infinite if `additive`. */
  readonly ratio: number;
  /** Minus twice the restricted log-likelihood, constants as in lme4; null unless `estimated` or `singular`. */
  readonly reml: number | null;
}

/** The table with its subjects eliminated. */
interface Reduced {
  readonly problem: ProfileProblem;
  readonly vectors: Float64Array;
  readonly means: readonly (number | null)[];
  readonly counts: readonly number[];
}

/**
 * Fits score = subject (fixed) + rater (random) + error by REML and gives each subject's expected score from an average rater
 * (Linacre's "fair average" in the form of a linear mixed model; Searle, Casella & McCulloch 1992, Variance Components, ch. 6–7).
 *
 * Subjects are eliminated first, so that the work is in a matrix of raters × raters: linear in the number of subjects. In a complete
 * design the fair average equals the observed mean. Severity is shrunk toward 0, the more the fewer ratings it rests on.
 */
export function fairAverages(ratings: RatingTable): FairAverages {
  const raters = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const reduced = eliminateSubjects(ratings, raters);
  const { problem, means, counts } = reduced;
  const found = varianceRatio(problem);
  const ratio =
    found.kind === "estimated" ? found.ratio : found.kind === "additive" ? Number.POSITIVE_INFINITY : 0;
  const effects = raterEffects(reduced, ratio, raters);
  const fair = ratings.map((row, i) => {
    const mean = means[i] ?? null;
    const correction = row.reduce<number>(
      (sum, value, j) => (value === null ? sum : sum + (effects[j] ?? 0)),
      0,
    );
    return mean === null ? null : mean - correction / (counts[i] ?? 1);
  });
  const hasVariance = found.kind === "estimated" || found.kind === "singular";
  const residual = hasVariance ? residualSquares(problem, ratio) / problem.freedom : null;
  return {
    kind: found.kind,
    fair,
    standardErrors: ratings.map((row) =>
      residual === null ? null : standardError(row, reduced, ratio, residual),
    ),
    severities: Array.from(effects, (effect, j) =>
      ratings.some((row) => (row[j] ?? null) !== null) ? 0 - effect : null,
    ),
    varianceRaters: residual === null ? null : ratio * residual,
    varianceResidual: residual,
    ratio,
    reml: residual === null ? null : remlCriterion(reduced, ratio, residual),
  };
}

/** Builds S = ZʹMZ, ZʹMy and yʹMy by one pass over the subjects, and S's eigenvectors. */
function eliminateSubjects(ratings: RatingTable, raters: number): Reduced {
  const S = new Float64Array(raters * raters);
  const right = new Float64Array(raters);
  const means: (number | null)[] = [];
  const counts: number[] = [];
  let squares = 0;
  let largest = 0;
  let total = 0;
  for (const row of ratings) {
    const rated = row.flatMap((value, rater) => (value === null ? [] : [{ value, rater }]));
    const count = rated.length;
    counts.push(count);
    total += count;
    const mean = count === 0 ? null : rated.reduce((sum, { value }) => sum + value, 0) / count;
    means.push(mean);
    if (mean === null) continue;
    for (const { value, rater } of rated) {
      squares += (value - mean) ** 2;
      largest = Math.max(largest, Math.abs(value));
      right[rater] = (right[rater] ?? 0) + value - mean;
      for (const other of rated) {
        const at = rater * raters + other.rater;
        S[at] = (S[at] ?? 0) + (other.rater === rater ? 1 : 0) - 1 / count;
      }
    }
  }
  const { values, vectors } = eigen(S, raters);
  const projections = values.map((_, l) =>
    right.reduce((sum, value, j) => sum + value * (vectors[j * raters + l] ?? 0), 0),
  );
  const freedom = total - counts.filter((count) => count > 0).length;
  const problem = {
    eigenvalues: values,
    projections,
    squares: isRounding(squares, total, largest) ? 0 : squares,
    freedom,
  };
  return { problem, vectors, means, counts };
}

/** b̂ = (S + 1/ratio)⁻¹ ZʹMy through the eigenvectors; at an infinite ratio the least squares solution of least norm. */
function raterEffects({ problem, vectors }: Reduced, ratio: number, raters: number): Float64Array {
  const effects = new Float64Array(raters);
  if (ratio === 0) return effects;
  const zero = 1e-10 * Math.max(...problem.eigenvalues);
  problem.eigenvalues.forEach((d, l) => {
    if (d <= zero) return;
    const along = (problem.projections[l] ?? 0) / (d + 1 / ratio);
    for (let j = 0; j < raters; j += 1)
      effects[j] = (effects[j] ?? 0) + along * (vectors[j * raters + l] ?? 0);
  });
  return effects;
}

/** The subject's entry in Henderson's inverse: σ² (1/n + zʹ(S + 1/ratio)⁻¹z / n²), z its raters. */
function standardError(
  row: readonly (number | null)[],
  { problem, vectors }: Reduced,
  ratio: number,
  residual: number,
): number | null {
  const rated = row.flatMap((value, rater) => (value === null ? [] : [rater]));
  if (rated.length === 0) return null;
  const raters = problem.eigenvalues.length;
  let severity = 0;
  if (ratio > 0) {
    problem.eigenvalues.forEach((d, l) => {
      const along = rated.reduce((sum, j) => sum + (vectors[j * raters + l] ?? 0), 0);
      severity += (along * along) / (Math.max(d, 0) + 1 / ratio);
    });
  }
  return Math.sqrt(residual * (1 / rated.length + severity / rated.length ** 2));
}

/** log|XʹX| + log|I + ratio·S| + ν (1 + log 2πσ̂²): lme4's REML criterion. */
function remlCriterion({ problem, counts }: Reduced, ratio: number, residual: number): number {
  const fixed = counts.reduce((sum, count) => sum + (count > 0 ? Math.log(count) : 0), 0);
  const random = problem.eigenvalues.reduce((sum, d) => sum + Math.log1p(ratio * Math.max(d, 0)), 0);
  return fixed + random + problem.freedom * (1 + Math.log(2 * Math.PI * residual));
}
