/** Scores that differ by less than this (2⁻³⁰, about 10⁻⁹) are tied: below it there is only rounding. */
export const TIE = 2 ** -30;

/** Counts how often each alternative takes each rank over many draws. */
export interface RankTally {
  /** Takes one draw: a score for each alternative, the largest first in rank; |score| below 2¹⁰. */
  add(scores: Float64Array): void;
  /**
   * Rank acceptabilities b_i^r, alternatives × ranks, row after row: the share of draws in which i has rank r (Lahdelma &
   * Salminen 2001). Tied alternatives share the ranks they take together, so that each row and each column sums to 1.
   */
  acceptabilities(): Float64Array;
}

/** A tally of so many alternatives, up to 2¹¹ = 2,048. */
export function rankTally(alternatives: number): RankTally {
  const places = 2048;
  if (alternatives > places) throw new RangeError(`No more than ${places} alternatives can be ranked.`);
  const counts = new Float64Array(alternatives * alternatives);
  const keys = new Float64Array(alternatives);
  const values = new Float64Array(alternatives);
  const order = new Int32Array(alternatives);
  let draws = 0;
  const add = (scores: Float64Array) => {
    // One number holds the rounded score and whose it is: sorting plain numbers needs no comparison function.
    for (let i = 0; i < alternatives; i += 1) keys[i] = Math.round(-(scores[i] ?? 0) / TIE) * places + i;
    keys.sort();
    for (let at = 0; at < alternatives; at += 1) {
      const key = keys[at] ?? 0;
      const value = Math.floor(key / places);
      values[at] = value;
      order[at] = key - value * places;
    }
    for (let start = 0; start < alternatives; ) {
      let end = start + 1;
      while (end < alternatives && values[end] === values[start]) end += 1;
      share(counts, order, start, end);
      start = end;
    }
    draws += 1;
  };
  return { add, acceptabilities: () => counts.map((count) => count / draws) };
}

/** Gives the alternatives at places start … end − 1 an equal part of each of these ranks. */
function share(counts: Float64Array, order: Int32Array, start: number, end: number): void {
  const alternatives = order.length;
  const part = 1 / (end - start);
  for (let at = start; at < end; at += 1) {
    const row = (order[at] ?? 0) * alternatives;
    for (let rank = start; rank < end; rank += 1) counts[row + rank] = (counts[row + rank] ?? 0) + part;
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

/** Competition ranks (1, 2, 2, 4) of scores, largest first, those within `TIE` of each other being tied; null stays null. */
export function competitionRanks(scores: readonly (number | null)[]): readonly (number | null)[] {
  const rounded = scores.map((score) => (score === null ? null : Math.round(score / TIE)));
  const sorted = rounded.filter((score): score is number => score !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((score, at) => {
    if (!first.has(score)) first.set(score, at + 1);
  });
  return rounded.map((score) => (score === null ? null : (first.get(score) ?? null)));
}
