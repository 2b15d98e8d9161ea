/** Neighbours whose order holds in less than this share of draws are not distinguishable (METHOD § 4). */
export const DISTINGUISHABLE = 0.9;

/** Where a row stands in a bracket over neighbours that cannot be told apart. */
export type BracketPart = "first" | "middle" | "last";

/**
 * Brackets over an order: each runs over neighbours of which every one is not distinguishable from the next (METHOD § 4). Its first and its
 * last may well be apart; a bracket says only that no line can be drawn within it from one row to the next.
 *
 * @param orderHolds between each row and the next: the share of draws in which their order holds
 * @param rows how many there are
 * @returns one a row; null for a row that is apart from both neighbours
 */
export function brackets(orderHolds: readonly number[], rows: number): readonly (BracketPart | null)[] {
  const joined = (upper: number) => (orderHolds[upper] ?? 1) < DISTINGUISHABLE;
  return Array.from({ length: rows }, (_, row) => {
    const [above, below] = [row > 0 && joined(row - 1), row < rows - 1 && joined(row)];
    if (above && below) return "middle";
    if (above) return "last";
    return below ? "first" : null;
  });
}
