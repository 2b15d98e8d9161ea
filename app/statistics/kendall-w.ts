import { midRanks } from "./mid-ranks.ts";

/** Kendall's coefficient of concordance and what it was calculated from. */
export interface Concordance {
  /** W corrected for ties, 0 … 1; null where no rater tells any two subjects apart, or with fewer than two of either. */
  readonly W: number | null;
  /** Friedman's χ² = m(n − 1)W, with `df` = n − 1; null with W. */
  readonly chi2: number | null;
  readonly df: number;
  /** Sum of squared deviations of the rank sums from their mean. */
  readonly S: number;
  /** Σ (t³ − t) over all raters' ties. */
  readonly tieTerm: number;
  /** Subjects rated by every rater: the others drop out. */
  readonly subjects: number;
}

/**
 * Kendall's W with correction for ties (Kendall & Babington Smith 1939; Siegel 1956, p. 229–238):
 * 12 S / (m²(n³ − n) − m Σ(t³ − t)).
 *
 * @param ratings subjects × raters, null = not rated; ranks or any ordered scores, larger or smaller first alike
 */
export function kendallW(ratings: readonly (readonly (number | null)[])[]): Concordance {
  const complete = ratings.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const n = complete.length;
  const m = complete[0]?.length ?? 0;
  const sums = new Array<number>(n).fill(0);
  let tieTerm = 0;
  for (let rater = 0; rater < m; rater += 1) {
    const ranked = midRanks(complete.map((row) => row[rater] ?? 0));
    tieTerm += ranked.tieTerm;
    ranked.ranks.forEach((rank, subject) => {
      sums[subject] = (sums[subject] ?? 0) + rank;
    });
  }
  const S = sums.reduce((sum, value) => sum + (value - (m * (n + 1)) / 2) ** 2, 0);
  const span = m * m * (n ** 3 - n) - m * tieTerm;
  const W = n < 2 || m < 2 || span === 0 ? null : (12 * S) / span;
  return { W, chi2: W === null ? null : m * (n - 1) * W, df: Math.max(n - 1, 0), S, tieTerm, subjects: n };
}
