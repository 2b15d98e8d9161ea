import type { Gender } from "#app/gender/counts.ts";
import type { ReadinessLevel } from "./readiness.ts";

/** What the order of fit is made from; null where it is not known. */
export interface FitFacts {
  readonly level: ReadinessLevel;
  /** Of the requirements that figures can answer: how many, how many met, how many not known. */
  readonly asked: number;
  readonly met: number;
  readonly unknown: number;
  /** Share of the mission's languages spoken at working level or better; null where none is on file. */
  readonly languages: number | null;
  /** What panels found on the criteria the mission needs, 0 to 1; null where nothing was found, or may be used. */
  readonly evidence: number | null;
  /** Free on the day, willing, and not kept away; null where the member has not said from when. */
  readonly available: boolean | null;
}

/** What each part counts, of 100. Cadre's own choice: readiness before everything, then what the post requires. */
export const FIT_WEIGHTS = {
  readiness: 40,
  requirements: 30,
  languages: 10,
  evidence: 10,
  available: 10,
} as const;

/** How much of the first part each readiness is worth: who is ready in three years fits no vacancy of today. */
export const READINESS_WORTH: Readonly<Record<ReadinessLevel, number>> = {
  now: 1,
  oneToTwoYears: 0.5,
  threeToFiveYears: 0.2,
};

/** What is not known counts half: neither as met, nor as missing. It is shown as not known, and never as nothing. */
const UNKNOWN = 0.5;

/**
 * The order of fit of a member to a vacancy: 0 to 100, the higher the better.
 *
 *     40 · readiness (now 1, in 1–2 years 0.5, in 3–5 years 0.2)
 *   + 30 · (requirements met + ½ not known) / requirements asked; all of it where none is asked
 *   + 10 · share of the mission's languages at working level or better; ½ where no language is on file
 *   + 10 · mean of (level − 1)/(levels − 1) that panels found, weighted by the mission's needs; ½ where nothing was found
 *   + 10 · available (1), not (0), not said (½)
 *
 * It says nothing of gender, nationality, region or age, and nobody can be left out by it: it orders, a person chooses.
 * The weights are Cadre's own (METHOD §8 asks for an order with its reasons, and no formula is published).
 * `fit-order.ts` gives nobody their place otherwise; a test scores everybody alone and compares.
 */
export function fitScore({ level, asked, met, unknown, languages, evidence, available }: FitFacts): number {
  const requirements = asked === 0 ? 1 : (met + UNKNOWN * unknown) / asked;
  const free = available === null ? UNKNOWN : Number(available);
  return (
    FIT_WEIGHTS.readiness * READINESS_WORTH[level] +
    FIT_WEIGHTS.requirements * requirements +
    FIT_WEIGHTS.languages * (languages ?? UNKNOWN) +
    FIT_WEIGHTS.evidence * (evidence ?? UNKNOWN) +
    FIT_WEIGHTS.available * free
  );
}

/** Women and men stand side by side; who is neither, or has not said, in a group of their own, never left out. */
export const FIT_GROUPS = ["women", "men", "others"] as const;
export type FitGroup = (typeof FIT_GROUPS)[number];

/** The group in which somebody stands. */
export const fitGroupOf = (gender: Gender | undefined): FitGroup =>
  gender === "woman" ? "women" : gender === "man" ? "men" : "others";
