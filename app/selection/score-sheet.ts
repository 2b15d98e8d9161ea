import { z } from "zod";
import { type Marks, sheetScore, type WeightedCriterion } from "./sheet-score.ts";

/** Evidence in words asked for each scored criterion: about a sentence. */
export const EVIDENCE_LENGTH = 20;
export const EVIDENCE_MOST = 4000;

/** What stands at a criterion: nothing yet, a level from 1, or "not observed", which is not the lowest level. */
export type Mark = "" | "notObserved" | `${number}`;

const mark = z
  .string()
  .regex(/^(|notObserved|[1-9]|10)$/, { message: "choose" })
  .default("");

const entry = z.object({
  criterionId: z.uuid(),
  mark,
  evidence: z.string().max(EVIDENCE_MOST).default(""),
});

/** One criterion of a sheet as it is kept. */
export interface SheetEntry {
  readonly criterionId: string;
  readonly level: number | null;
  readonly notObserved: boolean;
  readonly evidence: string;
}

const kept = ({ criterionId, mark, evidence }: z.output<typeof entry>): SheetEntry => ({
  criterionId,
  level: mark === "" || mark === "notObserved" ? null : Number(mark),
  notObserved: mark === "notObserved",
  evidence,
});

const oncePerCriterion = (entries: readonly { readonly criterionId: string }[]) =>
  new Set(entries.map(({ criterionId }) => criterionId)).size === entries.length;

/**
 * A draft as the form posts it: any part of it may be missing. `version` is the one the form was opened upon (0 for
 * a sheet not yet begun).
 */
export const draftSheetSchema = z.object({
  version: z.coerce.number().int().min(0),
  entries: z.array(entry.transform(kept)).max(16).refine(oncePerCriterion, { message: "other" }).default([]),
});

/**
 * A sheet to submit: every criterion has a level or "not observed", and every level its evidence of 20 characters or
 * more. Whether the criteria are the rubric's, and the levels within its scale, the use case checks.
 */
export const submittedSheetSchema = z.object({
  version: z.coerce.number().int().min(0),
  entries: z
    .array(
      entry
        .superRefine((row, context) => {
          if (row.mark === "") context.addIssue({ code: "custom", path: ["mark"], message: "markMissing" });
          const scored = row.mark !== "" && row.mark !== "notObserved";
          if (scored && row.evidence.trim().length < EVIDENCE_LENGTH)
            context.addIssue({ code: "custom", path: ["evidence"], message: "evidenceShort" });
        })
        .transform(kept),
    )
    .min(1)
    .max(16)
    .refine(oncePerCriterion, { message: "other" }),
});

export type DraftSheet = z.output<typeof draftSheetSchema>;

/** How the radio group of a kept entry stands. */
export const markOf = (entry: Pick<SheetEntry, "level" | "notObserved"> | undefined): Mark =>
  entry?.notObserved ? "notObserved" : entry?.level ? `${entry.level}` : "";

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

/** How far a sheet has come: criteria answered of all, and whether enough of the weight was observed to count. */
export function sheetProgress(
  entries: readonly SheetEntry[],
  criteria: readonly WeightedCriterion[],
  levels: number,
): {
  readonly answered: number;
  readonly criteria: number;
  readonly observedShare: number;
  readonly counts: boolean;
} {
  const marks: Record<string, number | null> = {};
  for (const { criterionId, level } of entries) marks[criterionId] = level;
  const score = sheetScore(marks satisfies Marks, criteria, levels);
  return {
    answered: entries.filter(({ level, notObserved }) => level !== null || notObserved).length,
    criteria: criteria.length,
    observedShare: score.observedWeight / score.totalWeight,
    counts: score.kind === "counted",
  };
}
