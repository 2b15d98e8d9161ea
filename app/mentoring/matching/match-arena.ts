import { byId, type MatchProblem } from "./match-problem.ts";

/**
 * A matching problem laid out for the solver: ids sorted, pinned pairs taken out, the three aims folded into one
 * whole number (see `MatchCertificate`), and the state of the assignment while it grows. Rows are mentees, columns
 * mentors.
 */
export interface Arena {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  readonly unitMatch: number;
  readonly unitScore: number;
  /** rows × columns; `-Infinity` where forbidden. */
  readonly value: Float64Array;
  /** Places a column has left beside its pinned pairs. */
  readonly room: Int32Array;
  /** Pairs a column holds already, pinned ones included. */
  readonly held: Int32Array;
  /** Pairs given to a column so far, beside those held. */
  readonly load: Int32Array;
  /** Column of each row, or −1. */
  readonly mate: Int32Array;
  readonly gain: Float64Array;
  readonly price: Float64Array;
}

/** What the `count`-th pair given to a column adds to the sum of squared loads. */
export const marginal = (arena: Arena, column: number, count: number): number =>
  2 * (at(arena.held, column) + count) - 1;

/** A number of an array whose index is known to be inside. */
export const at = (array: Float64Array | Int32Array, index: number): number => array[index] ?? Number.NaN;

/** What giving the column to the row would fall short of the row's gain and the column's price; 0 is *tight*. */
export const slack = (arena: Arena, row: number, column: number): number =>
  at(arena.gain, row) + at(arena.price, column) - at(arena.value, row * arena.columnIds.length + column);

/**
 * Lays a checked problem out, with nobody matched and prices at which nobody would take a place too many.
 *
 * @throws if the numbers are so large that the aims could not be kept apart in whole numbers below 2⁵³
 */
export function layOut(problem: MatchProblem): Arena {
  const pins = new Map(problem.pinned.map((pair) => [pair.menteeId, pair.mentorId]));
  const rows = sortedPositions(problem.menteeIds).filter(([id]) => !pins.has(id));
  const columns = sortedPositions(problem.mentors.map((mentor) => mentor.id));
  const seats = columns.map(([id, position]) => {
    const seat = problem.mentors[position];
    const pinned = problem.pinned.filter((pair) => pair.mentorId === id).length;
    return { room: (seat?.capacity ?? 0) - pinned, held: (seat?.held ?? 0) + pinned };
  });
  const { unitMatch, unitScore, highestScore } = unitsOf(problem, rows.length);
  const value = new Float64Array(rows.length * columns.length).fill(Number.NEGATIVE_INFINITY);
  rows.forEach(([, i], row) => {
    columns.forEach(([, j], column) => {
      const score = problem.scores[i]?.[j] ?? null;
      if (score !== null) value[row * columns.length + column] = unitMatch + unitScore * score;
    });
  });
  const full = unitMatch + unitScore * highestScore;
  return {
    rowIds: rows.map(([id]) => id),
    columnIds: columns.map(([id]) => id),
    unitMatch,
    unitScore,
    value,
    room: Int32Array.from(seats, (seat) => seat.room),
    held: Int32Array.from(seats, (seat) => seat.held),
    load: new Int32Array(columns.length),
    mate: new Int32Array(rows.length).fill(-1),
    gain: new Float64Array(rows.length),
    price: Float64Array.from(seats, (seat) => (seat.room > 0 ? 2 * (seat.held + 1) - 1 : full)),
  };
}

function sortedPositions(ids: readonly string[]): [string, number][] {
  return ids.map((id, position): [string, number] => [id, position]).sort(([a], [b]) => byId(a, b));
}

/**
 * Units that keep the aims apart. No two assignments differ by more than `farthest` in the sum of squared loads, nor
 * by more than `rows × highestScore` in score; twice that, plus one, also lets a difference be read back into its
 * three parts.
 */
function unitsOf(problem: MatchProblem, rows: number) {
  let highestScore = 0;
  for (const row of problem.scores)
    for (const score of row) highestScore = Math.max(highestScore, score ?? 0);
  const heaviest = problem.mentors.reduce((most, seat) => Math.max(most, seat.held + seat.capacity), 0);
  const farthest = rows * 2 * heaviest;
  const unitScore = 2 * farthest + 1;
  const unitMatch = 2 * (unitScore * rows * highestScore + farthest) + 1;
  if (unitMatch * (rows + 1) * 4 > Number.MAX_SAFE_INTEGER) {
    throw new RangeError("Matching problem: too many mentees or too large scores for exact arithmetic.");
  }
  return { unitMatch, unitScore, highestScore };
}
