import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { LetterState } from "#app/selection/candidate/told.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import { othersNamed } from "#app/selection/report/names-in-text.ts";

export type LetterOutcome = "selected" | "suitable" | "notSelected";

/** A letter's text as the officer who reviews it posts it. */
export const letterSchema = z.object({
  version: versionNumber,
  subject: z.string().trim().min(1, { message: "required" }).max(200),
  body: z.string().trim().min(40, { message: "letterShort" }).max(8000),
  intent: z.enum(["keep", "send"]),
});
export type LetterText = Pick<z.output<typeof letterSchema>, "version" | "subject" | "body">;

/** What a decision means for a candidacy; null for one that it does not end. */
export function letterOutcome(state: CandidacyState): LetterOutcome | null {
  switch (state) {
    case "selected":
    case "appointed":
      return "selected";
    case "recommended":
    case "suitable":
      return "suitable";
    case "notRecommended":
      return "notSelected";
    default:
      return null;
  }
}

/**
 * Whether a letter still says what is so. A selection that was declined, or closed without an appointment, makes those
 * that told of it untrue; for whom the panel did not recommend, the first decision stands.
 */
export function letterStands(
  outcome: LetterOutcome,
  candidacy: CandidacyState,
  vacancy: VacancyState,
): boolean {
  if (outcome !== letterOutcome(candidacy)) return false;
  if (vacancy === "decided") return true;
  if (vacancy === "closed") return candidacy !== "selected";
  return vacancy === "reopened" && candidacy !== "recommended";
}

interface Kept {
  readonly state: LetterState;
  readonly version: number;
  readonly stands: boolean;
}

/**
 * Why a letter cannot be written on or sent; null where it can.
 *
 * @param names of everybody whom it must not name: the other candidates, and the panel
 * @param about the candidate's own name, as on file and as stated: it may stand there, though another bears part of it
 */
export function refuseLetter(
  kept: Kept,
  text: LetterText,
  names: readonly string[],
  about: readonly string[],
): Refusal | null {
  if (kept.state === "sent") return because("letterSent");
  if (kept.state === "superseded" || !kept.stands) return because("letterSuperseded");
  if (kept.version !== text.version) return because("changedMeanwhile");
  for (const field of ["subject", "body"] as const) {
    const found = othersNamed(text[field], names, about);
    if (found.length > 0) return because("namesInLetter", { names: found.join(", ") }, field);
  }
  return null;
}
