import { z } from "zod";

/** Least characters of the reason why a list departs from the rule of its call. */
export const LIST_REASON_LENGTH = 20;

/** Least characters of the reason why a nomination is taken back. */
export const WITHDRAWAL_REASON_LENGTH = 10;

/** A draft as it was in sight when it was chosen: `id:version`. */
const seenDraft = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
  .transform((value) => {
    const [draftId = "", version = ""] = value.split(":");
    return { draftId, version: Number(version) };
  });

/** A submission of a list, as its form posts it: the drafts chosen, and why the list departs from the rule if it does. */
export const listOrderSchema = z.object({
  submissionKey: z.uuid(),
  drafts: z.array(seenDraft).max(200).default([]),
  reason: z.string().trim().max(2000).default(""),
});
export type ListOrder = z.output<typeof listOrderSchema>;

/** Why a nomination is taken back. */
export const withdrawalSchema = z.object({
  reason: z.string().trim().min(1).min(WITHDRAWAL_REASON_LENGTH).max(1000),
});
