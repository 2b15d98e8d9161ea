import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** The phases of a mission's life that a leader is fitted to. */
export const PHASES = ["startUp", "steady", "transition", "drawdown"] as const;
export type Phase = (typeof PHASES)[number];

const lines = z
  .string()
  .trim()
  .transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  );

const statedNeed = z.object({
  criterionCode: z.string().min(1),
  level: z.coerce.number().int().min(0).max(3),
  why: z.string().trim().max(500).default(""),
});

/**
 * A statement of what a mission needs of its next leader, as the form posts it: mandate tasks one a line, and for
 * each criterion a level with a sentence why: of one not needed too, since it leaves the rubric.
 */
export const needsSchema = z.object({
  phase: z.enum(PHASES),
  hostContext: z.string().trim().min(20).max(2000),
  security: z.string().trim().min(20).max(2000),
  mandateTasks: lines.pipe(z.array(z.string().max(300)).min(1).max(20)),
  languages: z.array(z.string().min(2)).min(1),
  needs: z.array(statedNeed).superRefine((needs, context) => {
    needs.forEach((need, index) => {
      if (need.why.length < 10) {
        context.addIssue({ code: "custom", path: [index, "why"], message: "whyMissing" });
      }
    });
    if (needs.every((need) => need.level === 0))
      context.addIssue({ code: "custom", message: "noNeedStated" });
  }),
});

export type StatedNeeds = z.infer<typeof needsSchema>;

/** The same with the version of the needs that the form was filled in upon; 0 where there was none. */
export const needsFormSchema = needsSchema.extend({ basedOn: versionNumber });
