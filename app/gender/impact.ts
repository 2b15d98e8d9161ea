import { fisherExact } from "#app/statistics/fisher-exact.ts";
import type { Limits } from "#app/statistics/limits.ts";
import { newcombeDifference } from "#app/statistics/newcombe.ts";
import { wilsonLimits } from "#app/statistics/wilson.ts";

/** A group at one stage: how many of how many went on. */
export interface Selection {
  readonly selected: number;
  readonly total: number;
}

/** Below so many people in a stage, both groups together, the page says "too few to judge" beside the figures. */
export const TOO_FEW_IN_STAGE = 30;

/** Below so many people in either group there are counts only. */
export const COUNTS_ONLY_BELOW = 5;

/** The figures for two groups. What an empty group, or no selection at all, leaves undefined is null. */
export interface ImpactFigures {
  readonly rate1: number | null;
  readonly rate2: number | null;
  /** 95 % score limits of each rate (Wilson 1927). */
  readonly wilson1: Limits | null;
  readonly wilson2: Limits | null;
  /** rate1 − rate2, with 95 % limits (Newcombe 1998, method 10). */
  readonly difference: number | null;
  readonly newcombe: Limits | null;
  /** The lower rate over the higher; null where nobody was selected. */
  readonly impactRatio: number | null;
  /** Which group has the lower rate; null where they are equal or undefined. */
  readonly lower: 1 | 2 | null;
  /** Below four fifths, compared in whole numbers; exactly .80 is not. */
  readonly belowFourFifths: boolean;
  /** Fisher's exact p: two-sided, all tables no likelier than this one. */
  readonly fisher: number | null;
  /** The same, tables as likely as this one counting half. */
  readonly midP: number | null;
}

/**
 * What may be said of two groups at a stage: `countsOnly` (a group below 5; for those who may see even that), `tooFew` (below 30
 * together: figures, but no judgement), or `judged`.
 */
export type Impact =
  | { readonly kind: "countsOnly"; readonly group1: Selection; readonly group2: Selection }
  | {
      readonly kind: "tooFew";
      readonly group1: Selection;
      readonly group2: Selection;
      readonly figures: ImpactFigures;
    }
  | {
      readonly kind: "judged";
      readonly group1: Selection;
      readonly group2: Selection;
      readonly figures: ImpactFigures;
      /** The impact ratio is below 0.80: a reason to look, from one country's law, not a finding. */
      readonly flagged: boolean;
    };

/**
 * Adverse impact between two groups at one stage (METHOD § 5; Uniform Guidelines on Employee Selection Procedures 1978, 29 CFR
 * 1607.4D).
 *
 * @throws RangeError unless 0 ≤ selected ≤ total, all whole
 */
export function adverseImpact(group1: Selection, group2: Selection): Impact {
  const figures = impactFigures(group1, group2);
  if (Math.min(group1.total, group2.total) < COUNTS_ONLY_BELOW) return { kind: "countsOnly", group1, group2 };
  if (group1.total + group2.total < TOO_FEW_IN_STAGE) return { kind: "tooFew", group1, group2, figures };
  return { kind: "judged", group1, group2, figures, flagged: figures.belowFourFifths };
}

/**
 * The figures behind `adverseImpact`, whatever the size of the groups: pages take them from there, where disclosure is minded.
 *
 * @throws RangeError unless 0 ≤ selected ≤ total, all whole
 */
export function impactFigures(group1: Selection, group2: Selection): ImpactFigures {
  const first = { count: group1.selected, total: group1.total };
  const second = { count: group2.selected, total: group2.total };
  const wilson1 = wilsonLimits(first);
  const wilson2 = wilsonLimits(second);
  const bothThere = group1.total > 0 && group2.total > 0;
  const cross1 = group1.selected * group2.total;
  const cross2 = group2.selected * group1.total;
  const [low, high] = cross1 < cross2 ? [cross1, cross2] : [cross2, cross1];
  const test = bothThere
    ? fisherExact([
        [group1.selected, group1.total - group1.selected],
        [group2.selected, group2.total - group2.selected],
      ])
    : null;
  const difference = newcombeDifference(first, second);
  return {
    rate1: group1.total === 0 ? null : group1.selected / group1.total,
    rate2: group2.total === 0 ? null : group2.selected / group2.total,
    wilson1,
    wilson2,
    difference: difference?.difference ?? null,
    newcombe: difference?.limits ?? null,
    impactRatio: bothThere && high > 0 ? low / high : null,
    lower: !bothThere || low === high ? null : cross1 < cross2 ? 1 : 2,
    belowFourFifths: bothThere && 5 * low < 4 * high,
    fisher: test?.p ?? null,
    midP: test?.midP ?? null,
  };
}
