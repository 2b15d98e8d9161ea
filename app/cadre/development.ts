import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { memberSeatSchema } from "./course.ts";

export const DEVELOPMENT_KINDS = ["course", "shadowing", "deputising", "language", "mentoring"] as const;
export type DevelopmentKind = (typeof DEVELOPMENT_KINDS)[number];

export const DEVELOPMENT_STATES = ["planned", "underWay", "done", "dropped"] as const;
export type DevelopmentState = (typeof DEVELOPMENT_STATES)[number];

const item = {
  kind: z.enum(DEVELOPMENT_KINDS),
  aim: z.string().trim().min(10).max(500),
  dueOn: formDay,
};
const progress = {
  itemId: z.uuid(),
  version: versionNumber,
  state: z.enum(DEVELOPMENT_STATES),
  dueOn: formDay,
  evidence: z.string().trim().max(1000).default(""),
};

const addition = z.object({ intent: z.literal("add"), ...item });
const change = z
  .object({ intent: z.literal("change"), ...progress })
  .refine(({ state, evidence }) => state !== "done" || evidence.length >= 10, {
    path: ["evidence"],
    message: "evidenceMissing",
  });

/** What is done with a plan: something is added, or said to stand otherwise; what is done says what shows it. */
export const planOrderSchema = z.discriminatedUnion("intent", [addition, change]);

/** The same on the secretariat's page, where a member is nominated to a course too. */
export const officerOrderSchema = z.discriminatedUnion("intent", [addition, change, memberSeatSchema]);

export type PlanOrder = z.infer<typeof planOrderSchema>;
export type DevelopmentItem = Omit<z.infer<typeof addition>, "intent">;
export type DevelopmentProgress = Omit<z.infer<typeof change>, "intent">;

/** Whether something that is planned or under way should have been done by a day, "YYYY-MM-DD". */
export const isBehind = (item: { readonly state: DevelopmentState; readonly dueOn: string }, today: string) =>
  (item.state === "planned" || item.state === "underWay") && item.dueOn < today;

/**
 * What a member is told beside the feedback that shows what they might develop: that there is none, or which agreement is
 * missing before the officers of the cadre see it too; null where nothing is.
 *
 * @param agrees to the use of panels' findings for a plan; null of somebody who is not in the cadre
 */
export function gapsNotice(
  feedback: readonly { readonly shared: boolean }[],
  agrees: boolean | null,
): "none" | "notAgreed" | "notShared" | null {
  if (feedback.length === 0) return "none";
  if (agrees === null) return null;
  if (!agrees) return "notAgreed";
  return feedback.some(({ shared }) => shared) ? null : "notShared";
}
