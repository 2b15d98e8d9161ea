import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import { CRITERION_GROUPS, CRITERION_STAGES, type CriterionGroup } from "./criterion-group.ts";
import { RUBRIC_SCALES } from "./rubric.ts";

/** Least characters of what a level looks like, and of why a criterion is changed or retired. */
export const ANCHOR_LENGTH = 5;
export const REASON_LENGTH = 20;

/** How many levels the form has room for. */
export const MOST_LEVELS = Math.max(...RUBRIC_SCALES);

const said = (least: number, most: number) => z.string().trim().min(least).max(most);
const inTwo = (least: number, most: number) => z.object({ en: said(least, most), fr: said(least, most) });
const anchor = z.object({
  en: z.string().trim().max(400).default(""),
  fr: z.string().trim().max(400).default(""),
});

const scale = z.coerce
  .number()
  .int()
  .refine((levels) => RUBRIC_SCALES.some((one) => one === levels), { message: "choose", abort: true });

/** Whether a level must be told in words: the lowest, the second and the highest (METHOD §1). */
export const needsWords = (level: number, levels: number): boolean =>
  level === 1 || level === 2 || level === levels;

const words = z.object({
  stage: z.enum(CRITERION_STAGES),
  levels: scale,
  name: inTwo(3, 120),
  definition: inTwo(20, 500),
  anchors: z.array(anchor).max(MOST_LEVELS).default([]),
});

/** Says in which rows words are missing, or stand beyond the scale. */
function judgeAnchors({ levels, anchors }: z.output<typeof words>, context: z.RefinementCtx) {
  for (const [index, language] of Array.from({ length: MOST_LEVELS }).flatMap((_, n) => [
    [n, "en"] as const,
    [n, "fr"] as const,
  ])) {
    const text = anchors[index]?.[language] ?? "";
    const other = anchors[index]?.[language === "en" ? "fr" : "en"] ?? "";
    const path = ["anchors", index, language];
    const wanted = needsWords(index + 1, levels) || other !== "";
    if (index >= levels) {
      if (text !== "") context.addIssue({ code: "custom", path, message: "anchorBeyondScale" });
    } else if (wanted && text.length < ANCHOR_LENGTH) {
      context.addIssue({ code: "custom", path, message: "anchorMissing" });
    }
  }
}

/** The words with a level to each anchor, and none beyond the scale. */
const onScale = <T extends z.output<typeof words>>({ anchors, ...rest }: T) => ({
  ...rest,
  anchors: Array.from({ length: rest.levels }, (_, index) => ({
    level: index + 1,
    en: anchors[index]?.en ?? "",
    fr: anchors[index]?.fr ?? "",
  })),
});

/** A criterion for the library as the form posts it. */
export const newCriterionSchema = words
  .extend({ group: z.enum(CRITERION_GROUPS) })
  .superRefine(judgeAnchors)
  .transform(onScale);
export type NewCriterion = z.output<typeof newCriterionSchema>;

/** New words for a criterion, upon the version the form was opened on, with why they are written. */
export const revisedCriterionSchema = words
  .extend({ version: versionNumber, reason: said(REASON_LENGTH, 1000) })
  .superRefine(judgeAnchors)
  .transform(onScale);
export type RevisedCriterion = z.output<typeof revisedCriterionSchema>;

/** Why a criterion is retired, upon the version that was looked at. */
export const retirementSchema = z.object({ version: versionNumber, reason: said(REASON_LENGTH, 1000) });
export type Retirement = z.output<typeof retirementSchema>;

const LETTERS: Readonly<Record<CriterionGroup, string>> = { merit: "M", competence: "C", missionNeeds: "N" };

/** The code of the next criterion of a group: its letter and the number after the highest that was ever given. */
export function nextCode(group: CriterionGroup, given: readonly string[]): string {
  const letter = LETTERS[group];
  const numbers = given.filter((code) => code.startsWith(letter)).map((code) => Number(code.slice(1)) || 0);
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}
