import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import { CONFIDENCES, EVIDENCE_LENGTH, EVIDENCE_MOST, keptEntry, type SheetEntry } from "./sheet-entry.ts";

const mark = z
  .string()
  .regex(/^(|notObserved|[1-9]|10)$/, { message: "choose" })
  .default("");

const entry = z.object({
  criterionId: z.uuid(),
  mark,
  evidence: z.string().max(EVIDENCE_MOST).default(""),
  confidence: z.enum(["", ...CONFIDENCES], { message: "choose" }).default(""),
});

const oncePerCriterion = (entries: readonly { readonly criterionId: string }[]) =>
  new Set(entries.map(({ criterionId }) => criterionId)).size === entries.length;

/**
 * A draft as the form posts it: any part of it may be missing. `version` is the one the form was opened upon (0 for
 * a sheet not yet begun); where the writer has seen another's newer text and chosen their own, `over` says which version
 * that was.
 */
export const draftSheetSchema = z
  .object({
    version: versionNumber,
    over: versionNumber.optional(),
    entries: z
      .array(entry.transform(keptEntry))
      .max(16)
      .refine(oncePerCriterion, { message: "other" })
      .default([]),
  })
  .transform(({ over, version, entries }) => ({ version: over ?? version, entries }));

/**
 * A sheet to submit: every criterion has a level or "not observed", and every level its evidence of 20 characters or
 * more. It goes over nobody's newer text: that is decided by saving, never by submitting. Whether the criteria are the rubric's, and the levels within its scale, the use case checks.
 */
export const submittedSheetSchema = z.object({
  version: versionNumber,
  entries: z
    .array(
      entry
        .superRefine((row, context) => {
          if (row.mark === "") context.addIssue({ code: "custom", path: ["mark"], message: "markMissing" });
          const scored = row.mark !== "" && row.mark !== "notObserved";
          if (scored && row.evidence.trim().length < EVIDENCE_LENGTH)
            context.addIssue({ code: "custom", path: ["evidence"], message: "evidenceShort" });
        })
        .transform(keptEntry),
    )
    .min(1)
    .max(16)
    .refine(oncePerCriterion, { message: "other" }),
});

export type DraftSheet = z.output<typeof draftSheetSchema>;

/**
 * What of a sheet does not fit its rubric: a criterion the rubric does not have, or a level off its scale. `complete`
 * asks for every criterion too.
 */
export function sheetFits(
  entries: readonly SheetEntry[],
  rubric: { readonly levels: number; readonly criterionIds: readonly string[] },
  complete: boolean,
): boolean {
  const known = new Set(rubric.criterionIds);
  const fits = entries.every(
    ({ criterionId, level }) => known.has(criterionId) && (level === null || level <= rubric.levels),
  );
  return fits && (!complete || entries.length === known.size);
}
