import { z } from "zod";
import { SCORE_PARTS } from "./match-score.ts";

/** A reason the secretariat gives for a setting: about a sentence. */
export const SETTING_REASON = { least: 10, most: 1000 } as const;

const reason = z
  .string()
  .trim()
  .default("")
  .refine((text) => text.length >= SETTING_REASON.least, { message: "settingReasonShort" })
  .refine((text) => text.length <= SETTING_REASON.most, { message: "settingReasonLong" });
const weight = z.coerce.number().int().min(0).max(100);

const weights = z.object({
  role: weight,
  mission: weight,
  needs: weight,
  language: weight,
  hours: weight,
  preferences: weight,
});
const weighs = (form: z.output<typeof weights>) => SCORE_PARTS.some((part) => form[part] > 0);
const nothing = { message: "weightsNothing", path: ["role"] };

export type WeightsForm = z.output<typeof weights>;

/**
 * Weights, whole numbers 0 to 100, not all 0 (`weightsNothing`): to look at what they would change, or to set, and then with
 * the reason.
 */
export const weightsSchema = weights
  .extend({
    intent: z.enum(["preview", "save"]).default("preview"),
    reason: z.string().trim().max(SETTING_REASON.most).default(""),
  })
  .refine(weighs, nothing)
  .refine(({ intent, reason: text }) => intent === "preview" || text.length >= SETTING_REASON.least, {
    message: "settingReasonShort",
    path: ["reason"],
  });

export const PAIR_ORDER_KINDS = ["pin", "forbid"] as const;

/** A pair to hold, or not to form, with the reason. */
export const pairOrderSchema = z.object({
  needId: z.uuid("choose"),
  mentorId: z.uuid("choose"),
  kind: z.enum(PAIR_ORDER_KINDS),
  reason,
});
export type PairOrderForm = z.output<typeof pairOrderSchema>;

/** Which pair's order is lifted. */
export const liftSchema = z.object({ orderId: z.uuid() });
