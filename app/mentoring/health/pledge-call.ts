import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { gapOf } from "#app/mentoring/matching/pool-gap.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const PLEDGE_CALL_STATES = ["draft", "sent"] as const;
export type PledgeCallState = (typeof PLEDGE_CALL_STATES)[number];

/** Days that a state has at least to find somebody: Cadre's own choice. */
export const LEAST_ANSWER_DAYS = 14;

/** Most states that one call is addressed to: all there are. */
const MOST_STATES = 250;

/** A call as it is drafted: what is lacking, whom it asks, and by when. */
export const newPledgeCallSchema = z.object({
  gaps: z
    .array(z.string().refine((key) => gapOf(key) !== null, "other"))
    .min(1, "gapMissing")
    .max(30),
  states: z.array(z.string().length(2)).min(1, "addresseeMissing").max(MOST_STATES),
  answerBy: z.iso.date("date"),
});
export type NewPledgeCall = z.output<typeof newPledgeCallSchema>;

/** The messages of a draft as the officer words them. */
export const pledgeCallSchema = z.object({
  version: versionNumber,
  answerBy: z.iso.date("date"),
  texts: z
    .array(
      z.object({
        stateCode: z.string().length(2),
        text: z.string().trim().min(40, { message: "letterShort" }).max(4000),
      }),
    )
    .min(1)
    .max(MOST_STATES),
  intent: z.enum(["keep", "send", "discard"]),
});
export type PledgeCallText = z.output<typeof pledgeCallSchema>;

/**
 * Why a call cannot ask for answers by a day, or null where it can: whoever looks for a mentor needs
 * {@link LEAST_ANSWER_DAYS} days.
 *
 * @param earliest the first day that is late enough, ISO date
 */
export const refuseAnswerDay = (answerBy: string, earliest: string): Refusal | null =>
  answerBy < earliest ? because("answerDaySoon", { days: LEAST_ANSWER_DAYS }, "answerBy") : null;

/** Whether a call may still be worked on: it is a draft, and nobody changed it meanwhile. */
export function refuseChange(
  call: { readonly state: PledgeCallState; readonly version: number },
  version: number,
): Refusal | null {
  if (call.state === "sent") return because("pledgeCallSent");
  return call.version === version ? null : because("changedMeanwhile");
}
