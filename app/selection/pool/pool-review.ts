import { z } from "zod";
import { because, type Transition, take } from "#app/access/transition.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { findingsSchema } from "#app/selection/screening/screening.ts";
import { isScreeningReason } from "#app/selection/screening/screening-reasons.ts";

/** Where the review of somebody nominated for the cadre at large stands. */
export const POOL_REVIEW_STATES = ["asked", "consented", "entered", "notTaken", "declined"] as const;
export type PoolReviewState = (typeof POOL_REVIEW_STATES)[number];

const review = <Facts>(transition: Transition<PoolReviewState, Facts>) => transition;

interface StandsStill {
  /** The nominator took the nomination back. */
  readonly withdrawn: boolean;
}
const stillNominated = ({ withdrawn }: StandsStill) => (withdrawn ? because("nominationTakenBack") : null);

/** The road of a nomination for the cadre: nobody is reviewed who has not agreed to be. */
export const poolReviewTransitions = {
  consent: review({ from: ["asked"], to: "consented", guard: stillNominated }),
  /** Before the review or before its end; of nobody is a reason asked. */
  decline: review({ from: ["asked", "consented"], to: "declined", guard: stillNominated }),
  /** The nominee corrects the file: until the first officer has found on it, so that all find on the same. */
  keepFile: review({
    from: ["consented"],
    to: "consented",
    guard: (facts: StandsStill & { readonly found: number }) =>
      stillNominated(facts) ?? (facts.found > 0 ? because("reviewBegun") : null),
  }),
  /** Found suitable: the person enters the cadre. */
  enter: review({ from: ["consented"], to: "entered", guard: stillNominated }),
  notTake: review({
    from: ["consented"],
    to: "notTaken",
    guard: (facts: StandsStill & { readonly reasons: number }) =>
      stillNominated(facts) ?? (facts.reasons === 0 ? because("reasonMissing", {}, "reasons") : null),
  }),
} as const;

/** Whether the nominator may still take back a nomination for the cadre: until the review has ended. */
export const mayTakeBack = (state: PoolReviewState): boolean => state !== "entered" && state !== "notTaken";

/**
 * Whether somebody nominated for the cadre may still correct the file: pages ask what to offer.
 *
 * @param found how many officers have found on it
 */
export const mayKeepPoolFile = (state: PoolReviewState, withdrawn: boolean, found: number): boolean =>
  take(poolReviewTransitions.keepFile, state, { withdrawn, found }).ok;

const note = z.string().trim().max(2000).default("");

/** An officer's finding on somebody nominated for the cadre, as the form posts it. */
export const poolFindingSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("suitable"),
    version: versionNumber,
    findings: findingsSchema,
    roleKindCodes: z
      .array(z.string().min(1))
      .default([])
      .transform((codes) => [...new Set(codes)])
      .pipe(z.array(z.string()).min(1, "choose").max(20)),
    level: z.enum(READINESS_LEVELS),
    evidence: z.string().trim().min(20).max(1000),
    note,
  }),
  z.object({
    outcome: z.literal("notTaken"),
    version: versionNumber,
    findings: findingsSchema,
    reasons: z
      .array(z.string().refine(isScreeningReason))
      .default([])
      .transform((codes) => codes.filter(isScreeningReason)),
    note,
  }),
]);
export type PoolFinding = z.output<typeof poolFindingSchema>;
