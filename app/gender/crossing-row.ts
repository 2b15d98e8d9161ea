import { EMPTY_TALLY, mapGenders, type Tally } from "./counts.ts";
import type { CrossLine } from "./crossing.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** One row of a crossing: the people of a line at a stage, and how they came there from the stage before. */
export interface CrossRow {
  readonly keys: readonly string[];
  readonly stage: FunnelStage;
  readonly tally: Tally;
  /** Of those at the stage before, the share that came this far, 0 to 1; null at the first stage and where nobody was. */
  readonly rate: Readonly<Record<keyof Tally, number | null>>;
  /** Of those at the stage before, how many did not come this far; nobody at the first stage. */
  readonly loss: Tally;
}

/** A line at a stage. */
export function rowAt({ keys, reached }: CrossLine, stage: FunnelStage): CrossRow {
  const place = FUNNEL_STAGES.indexOf(stage);
  const tally = reached[place] ?? EMPTY_TALLY;
  const before = place === 0 ? null : (reached[place - 1] ?? EMPTY_TALLY);
  return {
    ...{ keys, stage, tally },
    rate: mapGenders((gender) => (before && before[gender] > 0 ? tally[gender] / before[gender] : null)),
    loss: before ? mapGenders((gender) => before[gender] - tally[gender]) : EMPTY_TALLY,
  };
}
