import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { Requirement } from "./requirement.ts";
import { requirementKey, VERDICTS } from "./requirements.ts";
import { SCREENING_REASONS, type ScreeningReason, unfounded } from "./screening-reasons.ts";

/** A finding on one requirement: where it is not "met", in words as well. */
const findingSchema = z
  .object({
    requirement: z.string().min(1),
    verdict: z.enum(VERDICTS),
    evidence: z.string().trim().max(500).default(""),
  })
  .superRefine(({ verdict, evidence }, context) => {
    if (verdict !== "met" && evidence.length < 5)
      context.addIssue({ code: "custom", path: ["evidence"], message: "evidenceMissing" });
  });

/** Findings on each requirement of a call, as a form posts them. */
export const findingsSchema = z.array(findingSchema).default([]);

/** A screener's finding on one candidacy, as the form posts it. */
export const screeningSchema = z.object({
  version: versionNumber,
  findings: z.array(findingSchema).min(1),
  passed: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
  reasons: z.array(z.enum(SCREENING_REASONS)).default([]),
  note: z.string().trim().max(2000).default(""),
});
export type ScreeningForm = z.output<typeof screeningSchema>;
export type ScreeningFinding = ScreeningForm["findings"][number];

/** What stands in the JSON column of a screening. */
export const findingsOf = (json: unknown): readonly ScreeningFinding[] =>
  z.array(z.object({ requirement: z.string(), verdict: z.enum(VERDICTS), evidence: z.string() })).parse(json);

/**
 * Why a screener's sheet cannot be taken, or null: every requirement of the call is found on, once; whoever is screened
 * in meets all of them; whoever is not is given reasons, each borne out by a finding.
 *
 * @param unanswered whether the candidate was asked for more and let the day pass
 */
export function sheetRefusal(
  form: {
    readonly findings: readonly ScreeningFinding[];
    readonly passed: boolean;
    readonly reasons: readonly ScreeningReason[];
  },
  requirements: readonly Requirement[],
  unanswered: boolean,
): Refusal | null {
  const found = new Map(form.findings.map(({ requirement, verdict }) => [requirement, verdict]));
  const verdicts = requirements.flatMap((requirement) => {
    const verdict = found.get(requirementKey(requirement));
    return verdict ? [{ kind: requirement.kind, verdict }] : [];
  });
  if (verdicts.length !== requirements.length || form.findings.length !== requirements.length)
    return because("screeningIncomplete");
  const notMet = verdicts.filter(({ verdict }) => verdict !== "met").length;
  if (form.passed) return notMet > 0 ? because("requirementsNotMet", { count: notMet }, "passed") : null;
  if (form.reasons.length === 0) return because("reasonMissing", {}, "reasons");
  return unfounded(form.reasons, { verdicts, unanswered }) === null
    ? null
    : because("reasonUnfounded", {}, "reasons");
}
