import { type Marks, sheetScore } from "#app/selection/sheet/sheet-score.ts";
import { components } from "#app/statistics/connectivity.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import {
  estimateAll,
  preparePanel,
  raterValues,
  ratingDesign,
  valuesByRater,
} from "#app/statistics/panel-estimate.ts";
import { competitionRanks, TIE } from "#app/statistics/rank-tally.ts";
import { type ScoreTable, scoreTable, type TableInput } from "./rank-table.ts";

/** A criterion on which the members who scored a candidacy differ. */
interface Difference {
  readonly criterionId: string;
  readonly lowest: number;
  readonly highest: number;
  /** Its part of all that the candidacy's average could move by: weight × range over the sum of these, 0 … 1. */
  readonly share: number;
}

/** How far the members' disagreement about one candidacy reaches. */
export interface Reach {
  readonly fairAverage: number;
  /** The fair average if on every criterion the members agreed on the lowest mark that one of them gave … */
  readonly low: number;
  /** … and on the highest. */
  readonly high: number;
  /** Whether it stands among the first, at the shortlist's size. */
  readonly listed: boolean;
  /**
   * The part of the disagreement that, settled one way, would change the shortlist: 0 = it hangs by a hair, 1 = all
   * of it, above 1 = more than the members differ by; null where no settling changes it, or nobody is left out.
   */
  readonly moves: number | null;
}

/** A candidacy as the panel talks it over. */
export interface AgendaRow {
  readonly candidacyId: string;
  /** Sheets that count; 0 where there is none. */
  readonly sheets: number;
  /** Weighted mean, over the rubric, of the highest less the lowest mark: levels, from 0. */
  readonly spread: number;
  /** Null where there is no common ranking. */
  readonly reach: Reach | null;
  /** The greatest share first. */
  readonly differences: readonly Difference[];
}

/** What a panel talks over, the most telling disagreement first. */
export interface Agenda {
  /** `ranked`: by reach; otherwise by spread, since groups that share no member, or no sheets, have no common order. */
  readonly kind: "ranked" | "notConnected" | "noScores";
  readonly rows: readonly AgendaRow[];
}

interface Input extends TableInput {
  readonly shortlistSize: number;
}

/**
 * The order in which a panel talks candidacies over: by how much a changed score could move the shortlist
 * (docs/decisions/0024).
 *
 * For candidacy i let f(λ) be all fair averages (METHOD §2, at the variance ratio found) when each observed mark on i is moved the
 * part λ of the way to the lowest one given on its criterion, where i is on the shortlist, or to the highest, where it is
 * not. Sheet scores are linear in the marks and fair averages in the scores, so f is linear in λ and the place of i and of a
 * candidacy j on the other side of the cut change at
 *
 *   λ = (f_i(0) − f_j(0)) / ((f_i(0) − f_j(0)) − (f_i(1) − f_j(1))),
 *
 * and `moves` is the least of these over j. Smaller comes first; then the greater spread; then by id. Marks "not observed" stay so;
 * sheets that observe less than 80 % of the weight do not count.
 *
 * A candidacy on which all members agree cannot move. Cadre's own measure: it orders a conversation and decides nothing.
 */
export function agenda(input: Input): Agenda {
  const table = scoreTable(input);
  const unscored = table.notScored.map(
    ({ candidacyId }): AgendaRow => ({ candidacyId, sheets: 0, spread: 0, reach: null, differences: [] }),
  );
  if (table.sheets.length === 0) return { kind: "noScores", rows: unscored };
  const ranges = table.candidacyIds.map((_, i) => rangesOf(table, i));
  const connected = components(table.scores).count === 1;
  const reaches = connected ? reachOfAll(table, ranges, input) : null;
  const total = table.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const rows = table.candidacyIds.map((candidacyId, i): AgendaRow => {
    const differences = differencesOf(table, ranges[i] ?? new Map());
    const moved = differences.reduce((sum, { product }) => sum + product, 0);
    return {
      candidacyId,
      sheets: table.sheets.filter(({ candidacy }) => candidacy === i).length,
      spread: moved / total,
      reach: reaches?.[i] ?? null,
      differences: differences.map(({ product, ...one }) => ({ ...one, share: product / moved })),
    };
  });
  return { kind: connected ? "ranked" : "notConnected", rows: [...rows.sort(byReach), ...unscored] };
}

/** What settling it would take: beyond everything where it changes nothing. */
const effort = ({ reach }: AgendaRow) => reach?.moves ?? Number.MAX_VALUE;

const byReach = (a: AgendaRow, b: AgendaRow) =>
  effort(a) - effort(b) || b.spread - a.spread || (a.candidacyId < b.candidacyId ? -1 : 1);

interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** The lowest and the highest mark given on each criterion that anybody observed. */
function rangesOf(table: ScoreTable, candidacy: number): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const sheet of table.sheets) {
    if (sheet.candidacy !== candidacy) continue;
    for (const [id, mark] of Object.entries(sheet.marks)) {
      if (mark === null) continue;
      const { lowest, highest } = ranges.get(id) ?? { lowest: mark, highest: mark };
      ranges.set(id, { lowest: Math.min(lowest, mark), highest: Math.max(highest, mark) });
    }
  }
  return ranges;
}

/** Criteria on which marks differ, with weight × range, the greatest first. */
function differencesOf(table: ScoreTable, ranges: ReadonlyMap<string, Range>) {
  return table.criteria
    .flatMap(({ id, weight }) => {
      const range = ranges.get(id);
      const product = range ? weight * (range.highest - range.lowest) : 0;
      return range && product > 0 ? [{ criterionId: id, ...range, product }] : [];
    })
    .sort((a, b) => b.product - a.product || (a.criterionId < b.criterionId ? -1 : 1));
}

function reachOfAll(
  table: ScoreTable,
  ranges: readonly ReadonlyMap<string, Range>[],
  { levels, shortlistSize }: Input,
): readonly Reach[] {
  const average = averager(table);
  const now = average(null);
  const listed = competitionRanks([...now]).map((rank) => rank !== null && rank <= shortlistSize);
  return table.candidacyIds.map((_, i) => {
    const settled = (end: keyof Range) =>
      average({ candidacy: i, scores: settledScores(table, i, ranges[i] ?? new Map(), end, levels) });
    const [low, high] = [settled("lowest"), settled("highest")];
    const own = listed[i] ?? false;
    return {
      fairAverage: now[i] ?? 0,
      low: low[i] ?? 0,
      high: high[i] ?? 0,
      listed: own,
      moves: partThatMoves(now, own ? low : high, i, listed),
    };
  });
}

/** The scores of the sheets on a candidacy, by member, if its marks were all the lowest, or the highest, one given. */
function settledScores(
  table: ScoreTable,
  candidacy: number,
  ranges: ReadonlyMap<string, Range>,
  end: keyof Range,
  levels: number,
): ReadonlyMap<number, number> {
  const settle = (marks: Marks): Marks =>
    Object.fromEntries(
      Object.entries(marks).map(([id, mark]) => [id, mark === null ? null : (ranges.get(id)?.[end] ?? mark)]),
    );
  return new Map(
    table.sheets.flatMap((sheet) => {
      if (sheet.candidacy !== candidacy) return [];
      const scored = sheetScore(settle(sheet.marks), table.criteria, levels);
      return scored.kind === "counted" ? [[sheet.member, scored.score] as const] : [];
    }),
  );
}

interface Changed {
  readonly candidacy: number;
  readonly scores: ReadonlyMap<number, number>;
}

/** Fair averages of all candidacies with the scores of one of them changed, at the variance ratio of the scores as given. */
function averager(table: ScoreTable): (changed: Changed | null) => Float64Array {
  const design = ratingDesign(table.scores);
  const { subjects, raters } = design;
  const given = valuesByRater(table.scores, raters);
  const panel = preparePanel(design, new Uint8Array(raters).fill(1), fairAverages(table.scores).ratio);
  return (changed) => {
    const values = given.slice();
    for (const [member, score] of changed?.scores ?? [])
      values[member * subjects + (changed?.candidacy ?? 0)] = score;
    const averages = new Float64Array(subjects);
    estimateAll(panel, raterValues(values, 1, design), averages);
    return averages;
  };
}

/** The least λ at which candidacy i changes sides with one on the other side of the cut. */
function partThatMoves(
  now: Float64Array,
  settled: Float64Array,
  i: number,
  listed: readonly boolean[],
): number | null {
  const ahead = (averages: Float64Array, j: number) => {
    const lead = (averages[i] ?? 0) - (averages[j] ?? 0);
    return listed[i] ? lead : -lead;
  };
  let least: number | null = null;
  for (let j = 0; j < now.length; j += 1) {
    if (listed[j] === listed[i]) continue;
    const gap = Math.max(0, ahead(now, j));
    const closes = gap - ahead(settled, j);
    if (closes <= TIE) continue;
    least = Math.min(least ?? Number.MAX_VALUE, gap / closes);
  }
  return least;
}
