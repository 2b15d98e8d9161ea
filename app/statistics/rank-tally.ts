/** Scores that differ by less than this (2⁻³⁰, about 10⁻⁹) are tied: below it there is only rounding. */
export const TIE = 2 ** -30;

/** Counts how often each alternative takes each rank over many draws. */
export interface RankTally {
  /** Takes one draw: a score for each alternative, the largest first in rank. */
  add(scores: Float64Array): void;
  /**
   * Rank acceptabilities b_i^r, alternatives × ranks, row after row: the share of draws in which i has rank r (Lahdelma &
   * Salminen 2001). Tied alternatives share the ranks they take together, so that each row and each column sums to 1.
   */
  acceptabilities(): Float64Array;
}

/**
 * A tally of so many alternatives. It sorts by insertion from the order of the draw before: from one draw to the next few places change,
 * and no comparison function is called.
 */
export function rankTally(alternatives: number): RankTally {
  const alone = new Uint32Array(alternatives * alternatives);
  const tied = new Float64Array(alternatives * alternatives);
  const values = new Float64Array(alternatives);
  const order = Int32Array.from({ length: alternatives }, (_, i) => i);
  let draws = 0;
  const add = (scores: Float64Array) => {
    sortFrom(order, values, scores);
    countRanks(order, values, alone, tied);
    draws += 1;
  };
  return { add, acceptabilities: () => tied.map((part, at) => ((alone[at] ?? 0) + part) / draws) };
}

/** Brings `order` into descending order of its scores, and `values` with it. */
function sortFrom(order: Int32Array, values: Float64Array, scores: Float64Array): void {
  for (let at = 0; at < order.length; at += 1) {
    const alternative = order[at] ?? 0;
    const value = scores[alternative] ?? 0;
    let place = at;
    for (; place > 0 && (values[place - 1] ?? 0) < value; place -= 1) {
      values[place] = values[place - 1] ?? 0;
      order[place] = order[place - 1] ?? 0;
    }
    values[place] = value;
    order[place] = alternative;
  }
}

/** Counts the rank of each alternative; those tied get an equal part of each of the ranks they take together. */
function countRanks(order: Int32Array, values: Float64Array, alone: Uint32Array, tied: Float64Array): void {
  const size = order.length;
  for (let start = 0; start < size; ) {
    let end = start + 1;
    while (end < size && (values[end - 1] ?? 0) - (values[end] ?? 0) <= TIE) end += 1;
    if (end === start + 1) {
      const cell = (order[start] ?? 0) * size + start;
      alone[cell] = (alone[cell] ?? 0) + 1;
    } else {
      shareRanks(order, start, end, tied);
    }
    start = end;
  }
}

function shareRanks(order: Int32Array, start: number, end: number, tied: Float64Array): void {
  const part = 1 / (end - start);
  for (let at = start; at < end; at += 1) {
    const row = (order[at] ?? 0) * order.length;
    for (let rank = start; rank < end; rank += 1) tied[row + rank] = (tied[row + rank] ?? 0) + part;
  }
}

/** Share of draws in which an alternative is among the first so many ranks. */
export function shareInFirst(
  acceptabilities: Float64Array,
  alternatives: number,
  alternative: number,
  first: number,
) {
  const row = acceptabilities.subarray(alternative * alternatives, (alternative + 1) * alternatives);
  return Math.min(
    1,
    row.subarray(0, Math.max(0, first)).reduce((sum, share) => sum + share, 0),
  );
}

/** The central interval of ranks that holds at least the given part of the draws, from the best to the worst rank, counted from 1. */
export function rankInterval(
  acceptabilities: Float64Array,
  alternatives: number,
  alternative: number,
  coverage: number,
): { readonly best: number; readonly worst: number } {
  const tail = (1 - coverage) / 2 - 1e-12;
  const at = (rank: number) => acceptabilities[alternative * alternatives + rank] ?? 0;
  let best = 0;
  for (let below = at(0); below < tail && best < alternatives - 1; below += at(best)) best += 1;
  let worst = alternatives - 1;
  for (let above = at(worst); above < tail && worst > best; above += at(worst)) worst -= 1;
  return { best: best + 1, worst: worst + 1 };
}

/**
 * Competition ranks (1, 2, 2, 4) of scores, largest first; neighbours in that order within `TIE` of each other are tied; null
 * stays null.
 */
export function competitionRanks(scores: readonly (number | null)[]): readonly (number | null)[] {
  const order = scores
    .flatMap((score, i) => (score === null ? [] : [{ score, i }]))
    .sort((a, b) => b.score - a.score);
  const ranks = new Array<number | null>(scores.length).fill(null);
  let rank = 1;
  order.forEach(({ score, i }, at) => {
    const previous = order[at - 1];
    if (previous !== undefined && previous.score - score > TIE) rank = at + 1;
    ranks[i] = rank;
  });
  return ranks;
}
