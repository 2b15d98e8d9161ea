/**
 * Weighted κ of a table of counts or proportions (Cohen 1968, Psychological Bulletin 70:213–220).
 *
 * @param table first rater's categories × second rater's
 * @param disagreement weight of each cell, 0 on the diagonal; of the table's shape
 * @returns 1 − observed / expected disagreement; null where chance alone leaves no room for disagreement
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  disagreement: (row: number, column: number) => number,
): number | null {
  const rows = table.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const columns = rows.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const total = rows.reduce((sum, cell) => sum + cell, 0);
  let observed = 0;
  let expected = 0;
  table.forEach((row, i) => {
    row.forEach((cell, j) => {
      observed += disagreement(i, j) * cell;
      expected += disagreement(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0);
    });
  });
  return expected === 0 ? null : 1 - (observed * total) / expected;
}

/**
 * Quadratic-weighted κ of two raters: disagreement grows with the square of the distance in levels.
 *
 * @param a the first rater's levels, whole numbers 1 … levels, null = not rated
 * @param b the second rater's, in the same order; pairs of which one is null drop out
 * @returns κ, or null where both use one and the same level throughout, or nothing is rated by both
 * @throws RangeError for unequal lengths or a level outside the scale
 */
export function quadraticWeightedKappa(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  levels: number,
): number | null {
  if (a.length !== b.length) throw new RangeError("Two raters need the same subjects.");
  const table = Array.from({ length: levels }, () => new Array<number>(levels).fill(0));
  a.forEach((first, index) => {
    const second = b[index];
    if (first === null || second === null || second === undefined) return;
    const row = table[first - 1];
    const cell = row?.[second - 1];
    if (row === undefined || cell === undefined) {
      throw new RangeError(`Levels ${first} and ${second} are not both among 1 … ${levels}.`);
    }
    row[second - 1] = cell + 1;
  });
  return weightedKappa(table, (row, column) => (row - column) ** 2);
}
