import type { Column, StageFigure } from "./balance.ts";
import type { FunnelStage } from "./funnel.ts";
import { adverseImpact, type Impact } from "./impact.ts";

/** Women and men between two neighbouring stages of one line. */
export interface StageImpact {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** Women first; null where a count is withheld, or a group is smaller than what a percentage needs. */
  readonly impact: Impact | null;
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
  return stages.slice(1).map((to, position) => {
    const from = stages[position] ?? to;
    const group = (column: Column) => {
      const total = countIn(from, columns, column);
      const selected = countIn(to, columns, column);
      return total === null || selected === null || total < leastBase ? null : { selected, total };
    };
    const [women, men] = [group("woman"), group("man")];
    return { from: from.stage, to: to.stage, impact: women && men ? adverseImpact(women, men) : null };
  });
}
