import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import { VERDICTS } from "./requirements.ts";

/** Why a candidacy is screened out: what the candidate and the state are told. */
export const SCREENING_REASONS = [
  "requirementsNotMet",
  "incompleteFile",
  "notAvailable",
  "ineligible",
] as const;
export type ScreeningReason = (typeof SCREENING_REASONS)[number];

/** A screener's finding on one candidacy, as the form posts it. */
export const screeningSchema = z
  .object({
    version: versionNumber,
    findings: z
      .array(
        z.object({
          requirement: z.string().min(1),
          verdict: z.enum(VERDICTS),
          evidence: z.string().trim().max(500).default(""),
        }),
      )
      .min(1),
    passed: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
    reasonCode: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.enum(SCREENING_REASONS).optional(),
    ),
    note: z.string().trim().max(2000).default(""),
  })
  .superRefine(({ findings }, context) => {
    findings.forEach(({ verdict, evidence }, index) => {
      if (verdict !== "met" && evidence.length < 5)
        context.addIssue({
          code: "custom",
          path: ["findings", index, "evidence"],
          message: "evidenceMissing",
        });
    });
  });
export type ScreeningForm = z.output<typeof screeningSchema>;
export type ScreeningFinding = ScreeningForm["findings"][number];

/** What stands in the JSON column of a screening. */
export const findingsOf = (json: unknown): readonly ScreeningFinding[] =>
  z.array(z.object({ requirement: z.string(), verdict: z.enum(VERDICTS), evidence: z.string() })).parse(json);
