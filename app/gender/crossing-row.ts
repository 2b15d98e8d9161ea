import { EMPTY_TALLY, mapGenders, type Tally } from "./counts.ts";
import type { CrossLine } from "./crossing.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/**
 * One row of a crossing: the people of a line at a stage, and how those of decided vacancies came there from the stage before:
 * nobody is lost in a vacancy that still runs.
 */
export interface CrossRow {
  readonly keys: readonly string[];
  readonly stage: FunnelStage;
  readonly tally: Tally;
  /** Of those of decided vacancies at the stage before, the share that came this far, 0 to 1; null at the first stage and where nobody was. */
  readonly rate: Readonly<Record<keyof Tally, number | null>>;
  /** Of the same, how many did not come this far; nobody at the first stage. */
  readonly loss: Tally;
}

/** A line at a stage. */
export function rowAt({ keys, reached, settled }: CrossLine, stage: FunnelStage): CrossRow {
  const place = FUNNEL_STAGES.indexOf(stage);
  const tally = reached[place] ?? EMPTY_TALLY;
  const here = settled[place] ?? EMPTY_TALLY;
  const before = place === 0 ? null : (settled[place - 1] ?? EMPTY_TALLY);
  return {
    ...{ keys, stage, tally },
    rate: mapGenders((gender) => (before && before[gender] > 0 ? here[gender] / before[gender] : null)),
    loss: before ? mapGenders((gender) => before[gender] - here[gender]) : EMPTY_TALLY,
  };
}
