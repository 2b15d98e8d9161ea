import { components } from "#app/statistics/connectivity.ts";
import { type FairAverages, fairAverages } from "#app/statistics/mixed-model.ts";
import { marksOf, type ScoreTable } from "./rank-table.ts";

/** A candidacy's marks on one criterion, in levels. */
export interface CriterionCell {
  /** How many members observed it. */
  readonly marks: number;
  /** Plain mean of the marks; null where nobody observed it. */
  readonly observedMean: number | null;
  /** What an average member would have given; null with the mean, and where this criterion's marks compare nobody. */
  readonly fairAverage: number | null;
  /** Of the fair average; null with it, and where the residual variance cannot be estimated. */
  readonly standardError: number | null;
}

/** One criterion's averages. */
export interface CriterionAverages {
  readonly criterionId: string;
  /**
   * `fitted`; `notConnected` where the members who observed it share no candidacy, so that severity and level cannot be
   * told apart; `notObserved` where nobody observed it.
   */
  readonly kind: "fitted" | "notConnected" | "notObserved";
  /** By candidacy. */
  readonly cells: Readonly<Record<string, CriterionCell>>;
}

/**
 * Raw and fair averages on each criterion: the model of the sheet scores (METHOD § 2) fitted to the marks of one criterion at a time.
 *
 * Each criterion has its own variances, so that fair averages of criteria need not add up to that of the whole. In a complete
 * design each equals the plain mean.
 */
export const criterionAverages = (table: ScoreTable): readonly CriterionAverages[] =>
  table.criteria.map(({ id }) => {
    const marks = marksOf(table, id);
    const { count } = components(marks);
    const model = count === 1 ? fairAverages(marks) : null;
    const cells = marks.map((row, i) => [table.candidacyIds[i] ?? "", cellOf(row, model, i)] as const);
    return {
      criterionId: id,
      kind: KINDS[Math.min(count, 2)] ?? "notConnected",
      cells: Object.fromEntries(cells),
    };
  });

/** By the number of groups that a criterion's marks fall into. */
const KINDS = ["notObserved", "fitted", "notConnected"] as const;

function cellOf(row: readonly (number | null)[], model: FairAverages | null, i: number): CriterionCell {
  const given = row.filter((mark) => mark !== null);
  return {
    marks: given.length,
    observedMean: given.length === 0 ? null : given.reduce((sum, mark) => sum + mark, 0) / given.length,
    fairAverage: model?.fair[i] ?? null,
    standardError: model?.standardErrors[i] ?? null,
  };
}
