import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

const optionalDay = z.preprocess((value) => (value === "" ? undefined : value), formDay.optional());

/** Most characters of the restricted note: whom was asked, under which reference; an allegation has no place in it. */
export const NOTE_LENGTH = 500;

/**
 * The outcome of a gate as the form posts it: when the answer came in, and until when a clear one holds. The note is
 * for vetting officers alone.
 */
export const clearanceAnswerSchema = z
  .object({
    version: versionNumber,
    outcome: z.enum(["clear", "notClear"]),
    receivedOn: optionalDay,
    validUntil: optionalDay,
    note: z.string().trim().max(NOTE_LENGTH).default(""),
  })
  .transform(({ version, outcome, receivedOn, validUntil, note }, context) => {
    if (outcome === "clear" && !validUntil)
      context.addIssue({ code: "custom", path: ["validUntil"], message: "required" });
    return {
      version,
      outcome,
      note,
      receivedOn: receivedOn ?? null,
      validUntil: outcome === "clear" ? (validUntil ?? null) : null,
    };
  });
export type ClearanceAnswer = z.output<typeof clearanceAnswerSchema>;

/** Who is to answer for a gate from now on. */
export const ownerSchema = z.object({
  version: versionNumber,
  ownerId: z.string().min(1, "choose"),
});
export type NewOwner = z.output<typeof ownerSchema>;

/** That a gate is to be asked for again. */
export const renewSchema = z.object({ version: versionNumber });
