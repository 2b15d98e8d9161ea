import { type MovingScores, nearestTurn } from "#app/statistics/moving-weight.ts";
import {
  estimateAll,
  type PanelEstimate,
  preparePanel,
  raterValues,
  ratingDesign,
} from "#app/statistics/panel-estimate.ts";
import type { CountedSheet, ScoreTable } from "./rank-table.ts";

/** A weight at which the shortlist changes, and how. */
export interface ShortlistChange {
  /** Of the criterion, as a share of all weights, 0 to 1; the change comes beyond it. */
  readonly weight: number;
  /** Candidacies, by id. */
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

/** How far one weight may move before the shortlist is another. */
export interface WeightReach {
  readonly criterionId: string;
  /** The published weight, as a share of all. */
  readonly published: number;
  /** The nearest change below and above it; null where none comes down to 0, or up to 1. */
  readonly below: ShortlistChange | null;
  readonly above: ShortlistChange | null;
}

/** The smallest change of one weight that alters the shortlist, for each criterion, or why there is none to look for. */
export type ShortlistReach =
  | {
      readonly kind: "found";
      /** By id of the criterion. */
      readonly criteria: readonly WeightReach[];
      /** Where the weight has to move least; null where no change of one weight alters the shortlist. */
      readonly smallest: { readonly criterionId: string; readonly side: "below" | "above" } | null;
    }
  /** `everybodyListed`: nobody is left out; `sharedPlace`: the last place is shared, and any change may part those who share it. */
  | { readonly kind: "undefined"; readonly reason: "everybodyListed" | "sharedPlace" };

/**
 * The smallest change of one weight that alters the shortlist (METHOD § 4), the others rescaled so that their ratios stay and all sum to 1.
 *
 * Fair averages are linear in the weights where sheets are observed in full, and linear over linear where not; in both cases the change
 * is found exactly (see `nearestTurn`). As in the draws of weights, the variance ratio stays as found and whether a sheet
 * counts is settled by the published weights.
 *
 * @param ratio of variances, from the fair averages' model
 * @param listed the shortlist: places in the table; everybody on it stands above everybody who is not
 * @param size how many the shortlist is to hold
 */
export function shortlistReach(
  table: ScoreTable,
  ratio: number,
  listed: readonly number[],
  size: number,
): ShortlistReach {
  if (listed.length === table.candidacyIds.length) return { kind: "undefined", reason: "everybodyListed" };
  if (listed.length > size) return { kind: "undefined", reason: "sharedPlace" };
  const design = ratingDesign(table.scores);
  const panel = preparePanel(design, new Uint8Array(design.raters).fill(1), ratio);
  const criteria = table.criteria.map((_, k) => reachOf(table, panel, k, listed));
  const ways = criteria.flatMap(({ criterionId, published, below, above }) => [
    ...(below ? [{ criterionId, side: "below" as const, by: published - below.weight }] : []),
    ...(above ? [{ criterionId, side: "above" as const, by: above.weight - published }] : []),
  ]);
  const least = Math.min(...ways.map(({ by }) => by));
  const smallest = ways.find(({ by }) => by === least);
  return {
    kind: "found",
    criteria,
    smallest: smallest ? { criterionId: smallest.criterionId, side: smallest.side } : null,
  };
}

function reachOf(table: ScoreTable, panel: PanelEstimate, k: number, listed: readonly number[]): WeightReach {
  const total = table.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const { id = "", weight: own = 0 } = table.criteria[k] ?? {};
  const published = own / total;
  // A criterion that has all the weight cannot hand any of it on: the others have no ratio to keep.
  const scores = own === total ? null : movingScores(table, panel, k, total - own);
  const change = (end: 0 | 1): ShortlistChange | null => {
    const turn = scores && published !== end ? nearestTurn(scores, listed, published, end) : null;
    const ids = (places: readonly number[]) => places.map((i) => table.candidacyIds[i] ?? "").sort();
    return turn && { weight: turn.weight, entering: ids(turn.joining), leaving: ids(turn.leaving) };
  };
  return { criterionId: id, published, below: change(0), above: change(1) };
}

/** One sheet's score as a criterion's weight moves. */
interface MovingSheet {
  readonly constant: number;
  readonly slope: number;
  /** How much of the others' weight the sheet observed, in the weights' own whole numbers; null where it makes no fraction. */
  readonly seen: number | null;
  readonly part: number;
}

function movingSheet(
  { marks }: CountedSheet,
  criteria: ScoreTable["criteria"],
  k: number,
  others: number,
): MovingSheet {
  let seen = 0;
  let sum = 0;
  criteria.forEach(({ id, weight }, l) => {
    const mark = marks[id] ?? null;
    if (l === k || mark === null) return;
    seen += weight;
    sum += weight * mark;
  });
  const mark = marks[criteria[k]?.id ?? ""] ?? null;
  const straight = (constant: number, slope: number) => ({ constant, slope, seen: null, part: 0 });
  if (seen === 0) return straight(mark ?? 0, 0);
  const mean = sum / seen;
  if (mark === null) return straight(mean, 0);
  if (seen === others) return straight(mean, mark - mean);
  // (c·mean + t·(mark − c·mean)) / (c + (1 − c)·t), divided out.
  const c = seen / others;
  const constant = (mark - c * mean) / (1 - c);
  return { constant, slope: 0, seen, part: c * mean - c * constant };
}

/** The fair averages as a criterion's weight moves: they are linear in the sheets' scores, so each term is averaged by itself. */
function movingScores(table: ScoreTable, panel: PanelEstimate, k: number, others: number): MovingScores {
  const { subjects, raters } = panel.design;
  const sheets = table.sheets.map((sheet) => ({
    sheet,
    moving: movingSheet(sheet, table.criteria, k, others),
  }));
  const seen = [...new Set(sheets.flatMap(({ moving }) => moving.seen ?? []))];
  const width = 2 + seen.length;
  const values = new Float64Array(raters * width * subjects);
  for (const { sheet, moving } of sheets) {
    const at = (term: number) => (sheet.member * width + term) * subjects + sheet.candidacy;
    values[at(0)] = moving.constant;
    values[at(1)] = moving.slope;
    if (moving.seen !== null) values[at(2 + seen.indexOf(moving.seen))] = moving.part;
  }
  const fair = new Float64Array(width * subjects);
  estimateAll(panel, raterValues(values, width, panel.design), fair);
  return {
    constant: fair.slice(0, subjects),
    slope: fair.slice(subjects, 2 * subjects),
    seen: Float64Array.from(seen, (weight) => weight / others),
    parts: Float64Array.from(
      { length: subjects * seen.length },
      (_, at) => fair[(2 + (at % seen.length)) * subjects + Math.floor(at / seen.length)] ?? 0,
    ),
  };
}
