import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import { CRITERION_STAGES } from "./criterion-group.ts";
import { draftProblems, type OfferedCriterion } from "./rubric-draft.ts";

/** A number as it was typed; NaN where it is none, for the rules of a draft to say what is wrong with it. */
const typed = z
  .string()
  .trim()
  .max(20)
  .default("")
  .transform((text) => (text === "" ? Number.NaN : Number(text)));

const row = z.object({
  code: z.string().max(20).default(""),
  chosen: z.stringbool({ truthy: ["on"], falsy: [""] }).default(false),
  libraryVersion: typed,
  baseWeight: typed,
  need: typed,
  minimumLevel: typed.transform((level) => (Number.isNaN(level) ? null : level)),
  stage: z.enum(CRITERION_STAGES).default("both"),
});

/**
 * A rubric as the form posts it: a row for each criterion of the library, of which those that are not chosen are not
 * judged; `version` is the one the form was opened upon. All that stands against it is told at once, beside its field.
 *
 * @param offered the criteria that can be taken up, by code
 */
export const rubricFormSchema = (offered: ReadonlyMap<string, OfferedCriterion>) =>
  z
    .object({
      version: versionNumber,
      levels: typed,
      shares: z.object({ merit: typed, competence: typed, missionNeeds: typed }),
      criteria: z.array(row).max(500).default([]),
    })
    .superRefine((draft, context) => {
      for (const { path, code } of draftProblems(draft, offered))
        context.addIssue({ code: "custom", path: [...path], message: code });
    });
