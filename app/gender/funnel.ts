import { EMPTY_TALLY, type Gender, mapGenders, type Tally } from "./counts.ts";

/** The stages of a vacancy, in order. */
export const FUNNEL_STAGES = [
  "nominated",
  "consented",
  "screenedIn",
  "scored",
  "shortlisted",
  "recommended",
  "selected",
  "appointed",
] as const;

/** A stage a candidacy can reach. */
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** What the funnel needs to know of one candidacy. */
export interface CandidacyProgress {
  readonly candidacyId: string;
  readonly gender: Gender;
  /** Stages on record as reached, in any order. */
  readonly reached: readonly FunnelStage[];
}

/** One stage of the funnel. */
export interface FunnelStep {
  readonly stage: FunnelStage;
  readonly tally: Tally;
  /**
   * Of those at the stage before, the share that came this far, 0 to 1; `null` where nobody was, and at the first
   * stage.
   */
  readonly rate: Readonly<Record<Gender, number | null>>;
  /** Of those at the stage before, how many did not come this far; nobody at the first stage. */
  readonly loss: Tally;
}

/**
 * How many of each gender came how far.
 *
 * A candidacy counts at every stage up to the furthest it reached, so no stage holds more than the one before,
 * even where a step was skipped or never recorded. While a vacancy runs, those not *yet* further count as loss
 * too: say so beside it.
 *
 * @param stages the stages to show, a part of `FUNNEL_STAGES`; they are taken in its order
 * @throws on a candidacy given twice: duplicates would inflate the figures
 */
export function countFunnel(
  candidacies: readonly CandidacyProgress[],
  stages: readonly FunnelStage[] = FUNNEL_STAGES,
): readonly FunnelStep[] {
  if (new Set(candidacies.map((one) => one.candidacyId)).size !== candidacies.length) {
    throw new RangeError("Funnel: a candidacy is given twice.");
  }
  const furthest = candidacies.map(({ gender, reached }) => ({
    gender,
    stage: Math.max(-1, ...reached.map((stage) => FUNNEL_STAGES.indexOf(stage))),
  }));
  let before: Tally | null = null;
  return FUNNEL_STAGES.flatMap((stage, position): FunnelStep[] => {
    if (!stages.includes(stage)) return [];
    const tally = { ...EMPTY_TALLY };
    for (const one of furthest) if (one.stage >= position) tally[one.gender] += 1;
    const step = stepFrom(before, stage, tally);
    before = tally;
    return [step];
  });
}

function stepFrom(before: Tally | null, stage: FunnelStage, tally: Tally): FunnelStep {
  return {
    stage,
    tally,
    rate: mapGenders((gender) =>
      before === null || before[gender] === 0 ? null : tally[gender] / before[gender],
    ),
    loss: before === null ? EMPTY_TALLY : mapGenders((gender) => (before[gender] ?? 0) - tally[gender]),
  };
}
