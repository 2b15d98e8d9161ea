/**
 * The least and greatest a linear form can be over { x ≥ 0 : Ax = b }, several forms over one set.
 *
 * A dense two-phase tableau simplex with Bland's rule (Bland 1977: it cannot cycle), of Cadre's own: a disclosure
 * table has a few dozen equations, the answer is wanted at once (the WASM solvers load asynchronously, a pure rule
 * may not), and the **proof** of each bound is wanted too. For one- and two-way tables A is a network matrix,
 * hence totally unimodular: every entry of every tableau is −1, 0 or 1 and every vertex a whole number, so the
 * arithmetic is exact. For other systems entries are small fractions and comparisons keep a tolerance of 1e−9.
 */
export interface Polytope {
  readonly rows: Float64Array[];
  readonly basis: number[];
  readonly variables: number;
  /** +1, or −1 where an equation was turned round to make its right side ≥ 0. */
  readonly signs: readonly number[];
}

/**
 * The greatest value of a variable, and the multipliers of the equations that prove it (none where it is unbounded).
 */
export interface Extreme {
  readonly value: number;
  readonly multipliers: readonly number[];
}

const TINY = 1e-9;

/**
 * Finds a vertex of { x ≥ 0 : Ax = b }. Columns after the variables are the artificial ones, kept to read
 * multipliers off; the last column is the right side.
 *
 * @throws if the set is empty: the true table always lies in it
 */
export function findVertex(a: readonly (readonly number[])[], b: readonly number[]): Polytope {
  const variables = a[0]?.length ?? 0;
  const signs = b.map((right) => (right < 0 ? -1 : 1));
  const rows = a.map((coefficients, i) => {
    const row = new Float64Array(variables + a.length + 1);
    const sign = signs[i] ?? 1;
    coefficients.forEach((coefficient, k) => {
      row[k] = sign * coefficient;
    });
    row[variables + i] = 1;
    row[row.length - 1] = sign * (b[i] ?? 0);
    return row;
  });
  const polytope: Polytope = { rows, basis: a.map((_, i) => variables + i), variables, signs };
  const costs = new Float64Array(variables + a.length + 1);
  for (const row of rows) for (let k = 0; k < variables; k += 1) add(costs, k, entry(row, k));
  climb(polytope, costs);
  rows.forEach((row, i) => {
    if ((polytope.basis[i] ?? 0) < variables) return;
    if (entry(row, row.length - 1) > TINY) throw new RangeError("No table fits these equations.");
    const entering = row.findIndex((value, k) => k < variables && Math.abs(value) > TINY);
    if (entering >= 0) pivot(polytope, costs, i, entering);
  });
  return polytope;
}

/**
 * The greatest value of one variable over the set; `sense` −1 gives minus the least. Starts from where the last
 * search ended.
 */
export function extreme(polytope: Polytope, variable: number, sense: 1 | -1): Extreme {
  const costs = new Float64Array(polytope.variables + polytope.rows.length + 1);
  costs[variable] = sense;
  polytope.rows.forEach((row, i) => {
    if (polytope.basis[i] === variable) subtract(costs, row, sense);
  });
  if (!climb(polytope, costs)) return { value: Number.POSITIVE_INFINITY, multipliers: [] };
  const multipliers = polytope.signs.map((sign, i) => -entry(costs, polytope.variables + i) * sign);
  return { value: -entry(costs, costs.length - 1) + 0, multipliers };
}

/** Improves until no column promises more; false where the form has no limit. */
function climb(polytope: Polytope, costs: Float64Array): boolean {
  for (;;) {
    const entering = costs.findIndex((cost, k) => k < polytope.variables && cost > TINY);
    if (entering < 0) return true;
    const leaving = leavingRow(polytope, entering);
    if (leaving < 0) return false;
    pivot(polytope, costs, leaving, entering);
  }
}

function leavingRow(polytope: Polytope, entering: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  polytope.rows.forEach((row, i) => {
    const step = entry(row, entering);
    if (step <= TINY) return;
    const ratio = entry(row, row.length - 1) / step;
    const tied = Math.abs(ratio - least) <= TINY;
    if (ratio < least - TINY || (tied && (polytope.basis[i] ?? 0) < (polytope.basis[best] ?? 0))) {
      best = i;
      least = ratio;
    }
  });
  return best;
}

function pivot(polytope: Polytope, costs: Float64Array, leaving: number, entering: number): void {
  const row = polytope.rows[leaving];
  if (row === undefined) return;
  const scale = entry(row, entering);
  for (let k = 0; k < row.length; k += 1) row[k] = entry(row, k) / scale;
  polytope.rows.forEach((other, i) => {
    if (i !== leaving) subtract(other, row, entry(other, entering));
  });
  subtract(costs, row, entry(costs, entering));
  polytope.basis[leaving] = entering;
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return;
  for (let k = 0; k < row.length; k += 1) from[k] = entry(from, k) - times * entry(row, k);
}

function add(to: Float64Array, index: number, value: number): void {
  to[index] = entry(to, index) + value;
}

const entry = (row: Float64Array, index: number): number => row[index] ?? 0;
