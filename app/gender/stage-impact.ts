import { holmAdjusted } from "#app/statistics/holm.ts";
import { type StratifiedExact, stratifiedExact } from "#app/statistics/stratified-exact.ts";
import type { Column, StageFigure } from "./balance.ts";
import type { Tally } from "./counts.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";
import { adverseImpact, type Impact } from "./impact.ts";

/** Women and men between two neighbouring stages of one line. */
export interface StageImpact {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** Women first; null where a count is withheld, or a group is smaller than what a percentage needs. */
  readonly impact: Impact | null;
  /** Women less men within vacancies; null where that was not asked for, or no vacancy has both. */
  readonly within: StratifiedExact | null;
  /**
   * With all steps of the line looked at together (Holm 1979): the p within vacancies where there is one, else Fisher's; null
   * without figures.
   */
  readonly adjustedP: number | null;
}

/** Below this a difference is called larger than chance often gives. */
const RARE = 0.05;

/**
 * What one step says, in no more than its numbers bear: `notShown` where a count is withheld; `countsOnly` and `tooFew` as in
 * `Impact`; `nobody` where nobody went on; else whether the ratio is below four fifths, and whether the difference is
 * `clear`: one that chance alone gives in fewer than one of twenty such lines.
 */
export type StepReading =
  | "notShown"
  | "countsOnly"
  | "tooFew"
  | "nobody"
  | "fine"
  | "clear"
  | "flagged"
  | "flaggedClear";

/** Reads one step. */
export function readingOf({ impact, adjustedP }: Pick<StageImpact, "impact" | "adjustedP">): StepReading {
  if (!impact) return "notShown";
  if (impact.kind !== "judged") return impact.kind;
  if (impact.figures.impactRatio === null) return "nobody";
  const clear = adjustedP !== null && adjustedP < RARE;
  return impact.flagged ? (clear ? "flaggedClear" : "flagged") : clear ? "clear" : "fine";
}

/** One column's count at a stage; null where it is withheld. */
export const countIn = (figure: StageFigure, columns: readonly Column[], column: Column): number | null =>
  figure.counts[columns.indexOf(column)] ?? null;

/**
 * Each step after the first stage compared within vacancies, women first. Pooled rates also differ where women were nominated
 * for the vacancies in which few go on; these do not.
 *
 * @param vacancies of each the people who reached each of `FUNNEL_STAGES`
 */
export const withinVacancies = (
  vacancies: readonly (readonly Tally[])[],
): readonly (StratifiedExact | null)[] =>
  FUNNEL_STAGES.slice(1).map((_, step) =>
    stratifiedExact(
      vacancies.map((reached) => {
        const [from, to] = [reached[step], reached[step + 1]];
        const row = (gender: "woman" | "man"): readonly [number, number] => {
          const [before, here] = [from?.[gender] ?? 0, to?.[gender] ?? 0];
          return [here, before - here];
        };
        return [row("woman"), row("man")];
      }),
    ),
  );

/**
 * Women against men at each arrow of a line (METHOD § 5).
 *
 * @param within of each arrow the comparison within vacancies, where the line is of several
 * @param leastBase the smallest group of which a rate may be shown: 1 for those who see exact figures, ten for the public
 */
export function stageImpacts(
  stages: readonly StageFigure[],
  columns: readonly Column[],
  leastBase: number,
  within: readonly (StratifiedExact | null)[] = [],
): readonly StageImpact[] {
  const found = stages.slice(1).map((to, position) => {
    const from = stages[position] ?? to;
    const group = (column: Column) => {
      const total = countIn(from, columns, column);
      const selected = countIn(to, columns, column);
      return total === null || selected === null || total < leastBase ? null : { selected, total };
    };
    const [women, men] = [group("woman"), group("man")];
    const impact = women && men ? adverseImpact(women, men) : null;
    const told = impact !== null && impact.kind !== "countsOnly";
    return { from: from.stage, to: to.stage, impact, within: told ? (within[position] ?? null) : null };
  });
  const tested = found.flatMap(({ to, impact, within: stratified }) => {
    const p = impact && impact.kind !== "countsOnly" ? (stratified?.p ?? impact.figures.fisher) : null;
    return p === null ? [] : [{ to, p }];
  });
  const adjusted = holmAdjusted(tested.map(({ p }) => p));
  const adjustedOf = new Map(tested.map(({ to }, at) => [to, adjusted[at] ?? null]));
  return found.map((one) => ({ ...one, adjustedP: adjustedOf.get(one.to) ?? null }));
}
