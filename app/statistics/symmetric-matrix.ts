/** A small square matrix, row after row. */
export type Matrix = Float64Array;

/** Eigenvalues (none below 0 by more than rounding where the matrix has none) and eigenvectors, vector l in column l. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations,
 * 4th ed., § 8.5): exact to rounding also for eigenvalues that are zero, and quick for the few rows there are raters.
 */
export function eigen(matrix: Matrix, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0; sweep < 50; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        off = Math.max(off, Math.abs(a[p * size + q] ?? 0));
        rotate(a, vectors, size, p, q);
      }
    }
    if (off <= 1e-16 * scale) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] ?? 0), vectors };
}

/** Turns rows and columns p and q so that their common entry becomes 0. */
function rotate(a: Matrix, vectors: Matrix, size: number, p: number, q: number): void {
  const apq = a[p * size + q] ?? 0;
  if (apq === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (let i = 0; i < size; i += 1) turn(a, i * size + p, i * size + q, cos, sin);
  for (let i = 0; i < size; i += 1) turn(a, p * size + i, q * size + i, cos, sin);
  for (let i = 0; i < size; i += 1) turn(vectors, i * size + p, i * size + q, cos, sin);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}

function turn(a: Matrix, first: number, second: number, cos: number, sin: number): void {
  const x = a[first] ?? 0;
  const y = a[second] ?? 0;
  a[first] = cos * x - sin * y;
  a[second] = sin * x + cos * y;
}

/**
 * The inverse of a symmetric positive definite matrix, in place, by Gauss–Jordan elimination without pivoting (stable for
 * such matrices).
 *
 * @throws RangeError where a pivot is not above 0: the matrix is not positive definite
 */
export function invertInPlace(a: Matrix, size: number): void {
  for (let p = 0; p < size; p += 1) {
    const pivot = a[p * size + p] ?? 0;
    if (!(pivot > 0)) throw new RangeError("Only a positive definite matrix has this inverse.");
    a[p * size + p] = 1;
    for (let j = 0; j < size; j += 1) a[p * size + j] = (a[p * size + j] ?? 0) / pivot;
    for (let i = 0; i < size; i += 1) {
      if (i === p) continue;
      const factor = a[i * size + p] ?? 0;
      a[i * size + p] = 0;
      for (let j = 0; j < size; j += 1) {
        a[i * size + j] = (a[i * size + j] ?? 0) - factor * (a[p * size + j] ?? 0);
      }
    }
  }
}
