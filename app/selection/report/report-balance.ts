import { z } from "zod";
import type { Gender } from "#app/gender/counts.ts";
import { adverseImpact, type Impact, type Selection } from "#app/gender/impact.ts";
import type { FindingOutcome } from "./finding.ts";

/** From so many on, a shortlist has a woman and a man on it, or the report says why not (METHOD §5). */
export const BALANCED_FROM = 3;

/** A reason says something when it has so many characters. */
export const BALANCE_REASON_LENGTH = 20;

/** What the chair adds when the report is made: the reason, where one is needed. */
export const createReportSchema = z.object({ balanceReason: z.string().trim().max(2000).default("") });

/** What a member signs with: a dissent in words, or "" for none. */
export const signReportSchema = z
  .object({
    reportId: z.uuid(),
    manner: z.enum(["agree", "dissent"]),
    dissent: z.string().trim().max(4000).default(""),
  })
  .superRefine(({ manner, dissent }, context) => {
    if (manner === "dissent" && dissent.length < 20)
      context.addIssue({ code: "custom", path: ["dissent"], message: "tooShort" });
  })
  .transform(({ reportId, manner, dissent }) => ({
    reportId,
    dissent: manner === "dissent" ? dissent : null,
  }));

/** Whether a shortlist needs a reason: three or more on it, and no woman or no man among them. */
export const balanceReasonNeeded = (recommended: readonly Gender[]): boolean =>
  recommended.length >= BALANCED_FROM && !(recommended.includes("woman") && recommended.includes("man"));

/**
 * Women and men from screening to recommendation (METHOD §5): group 1 are the women. Those who declare another gender, or
 * none, stand in neither group; pages show them beside.
 */
export function recommendationImpact(
  candidacies: readonly { readonly gender: Gender; readonly outcome: FindingOutcome }[],
): Impact {
  const group = (gender: Gender): Selection => {
    const all = candidacies.filter((one) => one.gender === gender);
    return { selected: all.filter(({ outcome }) => outcome === "recommended").length, total: all.length };
  };
  return adverseImpact(group("woman"), group("man"));
}
