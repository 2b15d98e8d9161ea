/** Ranks of values with what their ties take away. */
export interface MidRanks {
  /** Rank of each value, smallest 1; tied values share the mean of their places. */
  readonly ranks: readonly number[];
  /** Σ (t³ − t) over the groups of t tied values. */
  readonly tieTerm: number;
}

/** Mid-ranks (Kendall 1945, Biometrika 33:239–251). */
export function midRanks(values: readonly number[]): MidRanks {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  let tieTerm = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1;
    const tied = end - start;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + end + 1) / 2;
    tieTerm += tied ** 3 - tied;
    start = end;
  }
  return { ranks, tieTerm };
}
