import { z } from "zod";
import { attestationSchema } from "#app/selection/candidate/attestation.ts";
import { correctionSchema } from "#app/selection/nomination/profile.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";

/**
 * What somebody nominated for the cadre may consent to: the first is what a review stands on, the other is free. Of
 * a vacancy nobody is asked before there is a case for it, nor of a mentor before there is a post (decision 19).
 */
export const POOL_PURPOSES = ["cadre", "statistics"] as const;

/** Whether a call for the cadre asks its nominees to attest. */
export const asksToAttest = (requirements: readonly Requirement[]): boolean =>
  requirements.some(({ kind }) => kind === "attestation");

const ticked = z.stringbool({ truthy: ["on"], falsy: [""] }).default(false);

/**
 * What somebody nominated for the cadre answers, as one form posts it: who agrees states the file as it is right,
 * whether or not they changed anything in it.
 *
 * @param today ISO day, after which nothing in the file began
 * @param attests whether the call asks for the attestation
 */
export const poolAnswerSchema = (today: string, attests: boolean) =>
  z.discriminatedUnion("intent", [
    z.object({
      ...correctionSchema(today).omit({ basedOn: true }).shape,
      intent: z.literal("agree"),
      attestation: attests ? attestationSchema : attestationSchema.optional(),
      consentCadre: z.literal("on", "consentMissing"),
      consentStatistics: ticked,
    }),
    z.object({ intent: z.literal("decline") }),
  ]);
export type PoolAnswer = z.output<ReturnType<typeof poolAnswerSchema>>;

/** A change of mind about studies, as the button posts it. */
export const poolConsentSchema = z.object({
  given: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
});
