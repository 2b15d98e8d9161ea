import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/**
 * The outcome of a gate as the form posts it. A clear gate holds until a stated day; there is no room for words: an
 * allegation never enters Cadre.
 */
export const clearanceAnswerSchema = z
  .object({
    version: versionNumber,
    outcome: z.enum(["clear", "notClear"]),
    validUntil: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date().optional()),
  })
  .transform(({ version, outcome, validUntil }, context) => {
    if (outcome === "clear" && !validUntil)
      context.addIssue({ code: "custom", path: ["validUntil"], message: "required" });
    return { version, outcome, validUntil: outcome === "clear" ? (validUntil ?? null) : null };
  });
export type ClearanceAnswer = z.output<typeof clearanceAnswerSchema>;
