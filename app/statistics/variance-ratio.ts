/**
 * What the restricted likelihood of the two-way model needs once subjects are eliminated: with S = ZʹMZ (Z the raters'
 * incidence, M the projection that takes out subject means) and its eigenvectors U, everything depends on the raters alone.
 */
export interface ProfileProblem {
  /** Eigenvalues of S. */
  readonly eigenvalues: Float64Array;
  /** UʹZʹMy. */
  readonly projections: Float64Array;
  /** yʹMy, the squares about subject means. */
  readonly squares: number;
  /** Ratings less subjects. */
  readonly freedom: number;
}

/**
 * The ratio of the raters' variance to the residual one, or why there is none:
 * `estimated`; `singular` (best at 0: no severity can be found); `additive` (raters differ by constants only, no residual: the
 * ratio is infinite); `constant` (nobody differs from anybody on any subject); `notSeparable` (too few double ratings to
 * tell severity from chance).
 */
export type VarianceRatio =
  | { readonly kind: "estimated"; readonly ratio: number }
  | { readonly kind: "singular" | "additive" | "constant" | "notSeparable" };

/** Points a decade, and decades below and above 1 / (mean eigenvalue), of the search for the least criterion. */
const GRID = { pointsPerDecade: 8, below: 8, above: 12 };

/** Eigenvalues below this part of the largest are zero: raters whom nothing compares. */
const ZERO_EIGENVALUE = 1e-10;

/** A criterion lower than another by less than this is lower by rounding. */
const NO_BETTER = 1e-11;

/** The residual squares at a given ratio, about the generalised least squares fit. */
export function residualSquares(
  { eigenvalues, projections, squares }: ProfileProblem,
  ratio: number,
): number {
  const zero = ZERO_EIGENVALUE * Math.max(...eigenvalues);
  let explained = 0;
  let left = 0;
  eigenvalues.forEach((d, l) => {
    if (d <= zero) return;
    const part = (projections[l] ?? 0) ** 2 / d;
    explained += part;
    left += part / (1 + ratio * d);
  });
  return Math.max(0, squares - explained) + left;
}

/** Minus twice the profiled restricted log-likelihood, less what does not depend on the ratio. */
function criterion(problem: ProfileProblem, ratio: number): number {
  const logs = problem.eigenvalues.reduce((sum, d) => sum + Math.log1p(ratio * Math.max(d, 0)), 0);
  return logs + problem.freedom * Math.log(residualSquares(problem, ratio));
}

/** Its derivative's sign-bearing value. */
function slope(problem: ProfileProblem, ratio: number): number {
  let logs = 0;
  let fall = 0;
  problem.eigenvalues.forEach((eigenvalue, l) => {
    const d = Math.max(eigenvalue, 0);
    logs += d / (1 + ratio * d);
    fall += ((problem.projections[l] ?? 0) / (1 + ratio * d)) ** 2;
  });
  return logs - (problem.freedom * fall) / residualSquares(problem, ratio);
}

/**
 * The ratio that maximises the restricted likelihood (REML, Patterson & Thompson 1971): a grid over its logarithm finds the
 * right valley (there can be two), halving the derivative's bracket finds its bottom to the last digits.
 */
export function varianceRatio(problem: ProfileProblem): VarianceRatio {
  const { eigenvalues, squares, freedom } = problem;
  const largest = eigenvalues.reduce((most, d) => Math.max(most, d), 0);
  const positive = eigenvalues.filter((d) => d > ZERO_EIGENVALUE * largest);
  if (freedom <= positive.length || positive.length === 0) return { kind: "notSeparable" };
  if (squares === 0) return { kind: "constant" };
  if (residualSquares(problem, Number.POSITIVE_INFINITY) <= 1e-12 * squares) return { kind: "additive" };
  const unit = positive.reduce((sum, d) => sum + d, 0) / positive.length;
  const at = (step: number) => 10 ** (step / GRID.pointsPerDecade - GRID.below) / unit;
  let best = -1;
  let least = criterion(problem, 0) - NO_BETTER;
  for (let step = 0; step <= (GRID.below + GRID.above) * GRID.pointsPerDecade; step += 1) {
    const value = criterion(problem, at(step));
    if (value < least) [best, least] = [step, value];
  }
  if (best <= 0) return { kind: "singular" };
  let [low, high] = [Math.log(at(best - 1)), Math.log(at(best + 1))];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (slope(problem, Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return { kind: "estimated", ratio: Math.exp((low + high) / 2) };
}
