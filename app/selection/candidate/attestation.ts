import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** The version of the words that a candidate attests to; it changes when they do. */
export const ATTESTATION_TEXT_VERSION = "2026-11";

/**
 * What a candidate attests, each by itself, or is unable to: no conviction; nothing pending; no part, by act or by
 * omission, in violations of human rights or humanitarian law; no repatriation from a mission on disciplinary grounds
 * (Policy on Human Rights Screening of United Nations Personnel, 11 December 2012).
 */
export const ATTESTED_ELEMENTS = ["noConviction", "nothingPending", "noViolation", "noRepatriation"] as const;
export type AttestedElement = (typeof ATTESTED_ELEMENTS)[number];

/** What a candidate undertakes: to say what changes, to be checked, and that all of it is true. */
export const UNDERTAKINGS = ["update", "checks", "truth"] as const;

/** Fewest characters of an explanation. */
export const EXPLANATION_LENGTH = 20;

const answer = z.enum(["attest", "unable"], { error: "choose" });
const undertaken = z.literal("on", "undertakingMissing");

/** The attestation as a form posts it. */
export const attestationSchema = z
  .object({
    noConviction: answer,
    nothingPending: answer,
    noViolation: answer,
    noRepatriation: answer,
    explanation: z.string().trim().max(4000).default(""),
    update: undertaken,
    checks: undertaken,
    truth: undertaken,
    signedName: z.string().trim().min(2).max(250),
  })
  .superRefine((given, context) => {
    if (unableIn(given).length > 0 && given.explanation.length < EXPLANATION_LENGTH)
      context.addIssue({ code: "custom", path: ["explanation"], message: "explanationMissing" });
  });
export type AttestationForm = z.output<typeof attestationSchema>;

/** The same form by itself, when something has changed; `after` is how many attestations the candidate had made. */
export const attestedAgainSchema = z.object({
  after: versionNumber,
  attestation: attestationSchema,
});

type Answers = Readonly<Record<AttestedElement, "attest" | "unable">>;

/** The elements that were not attested. */
export const unableIn = (answers: Answers): readonly AttestedElement[] =>
  ATTESTED_ELEMENTS.filter((element) => answers[element] === "unable");

/**
 * What the file says of the requirement to attest: met where everything was attested; where the candidate disclosed
 * something, a person has to read it (null); not met where nobody has attested.
 */
export function attestedOnFile(attestedAt: Date | null, unable: readonly string[]): boolean | null {
  if (attestedAt === null) return false;
  return unable.length === 0 ? true : null;
}
