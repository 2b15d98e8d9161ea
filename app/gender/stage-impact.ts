import { holmAdjusted } from "#app/statistics/holm.ts";
import type { Column, StageFigure } from "./balance.ts";
import type { FunnelStage } from "./funnel.ts";
import { adverseImpact, type Impact } from "./impact.ts";

/** Women and men between two neighbouring stages of one line. */
export interface StageImpact {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** Women first; null where a count is withheld, or a group is smaller than what a percentage needs. */
  readonly impact: Impact | null;
  /** Fisher's p with all steps of the line looked at together (Holm 1979); null without figures. */
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
 * Women against men at each arrow of a line (METHOD § 5).
 *
 * @param leastBase the smallest group of which a rate may be shown: 1 for those who see exact figures, ten for the public
 */
export function stageImpacts(
  stages: readonly StageFigure[],
  columns: readonly Column[],
  leastBase: number,
): readonly StageImpact[] {
  const found = stages.slice(1).map((to, position) => {
    const from = stages[position] ?? to;
    const group = (column: Column) => {
      const total = countIn(from, columns, column);
      const selected = countIn(to, columns, column);
      return total === null || selected === null || total < leastBase ? null : { selected, total };
    };
    const [women, men] = [group("woman"), group("man")];
    return { from: from.stage, to: to.stage, impact: women && men ? adverseImpact(women, men) : null };
  });
  const tested = found.flatMap(({ to, impact }) => {
    const p = impact && impact.kind !== "countsOnly" ? impact.figures.fisher : null;
    return p === null ? [] : [{ to, p }];
  });
  const adjusted = holmAdjusted(tested.map(({ p }) => p));
  const adjustedOf = new Map(tested.map(({ to }, at) => [to, adjusted[at] ?? null]));
  return found.map((one) => ({ ...one, adjustedP: adjustedOf.get(one.to) ?? null }));
}
