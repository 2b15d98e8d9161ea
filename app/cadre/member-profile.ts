import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/** Days from a call within which a member says they could deploy. */
export const DEPLOYABLE_DAYS = [30, 60, 90] as const;

/** What a member agrees to, each by itself. */
export const CADRE_PURPOSES = ["vacancies", "assessments"] as const;
export type CadrePurpose = (typeof CADRE_PURPOSES)[number];

/** The version of the words in which these are asked; goes up when their meaning changes. */
export const CADRE_CONSENT_VERSION = "2026-11";

/** A file is confirmed at least so often, in days. */
export const CONFIRM_DAYS = 365;

const optionalNumber = (most: number) => z.coerce.number().int().min(0).max(most).optional();

/** What a member keeps current about themself, as the form posts it; what is left empty is not stated. */
export const memberProfileSchema = z
  .object({
    /** Of the membership, as it was when the page was opened. */
    version: versionNumber,
    availableFrom: formDay,
    availableUntil: formDay.optional(),
    deployableWithin: z.enum(["30", "60", "90"]).transform(Number).optional(),
    seniorYears: optionalNumber(60),
    fieldMissions: optionalNumber(40),
    roleKindCodes: z.array(z.string().min(1)).max(20).default([]),
    impossibleStates: z.array(z.string().length(2)).max(60).default([]),
    languages: z
      .array(z.object({ code: z.string().min(2), level: z.coerce.number().int().min(1).max(3).optional() }))
      .max(20)
      .default([]),
    consents: z.array(z.enum(CADRE_PURPOSES)).default([]),
  })
  .superRefine(({ availableFrom, availableUntil }, context) => {
    if (availableUntil !== undefined && availableUntil < availableFrom)
      context.addIssue({ code: "custom", path: ["availableUntil"], message: "untilBeforeFrom" });
  });
export type MemberProfile = Omit<z.output<typeof memberProfileSchema>, "version">;

/** The least of the choices that says as much as a file's own figure of days; none where the file says more than 90. */
export const deployableChoice = (days: number | null | undefined): number | null =>
  DEPLOYABLE_DAYS.find((choice) => days !== null && days !== undefined && days <= choice) ?? null;

/** The one click by which a member says that everything on file is still so. */
export const confirmSchema = z.object({ confirm: z.literal("yes") });
