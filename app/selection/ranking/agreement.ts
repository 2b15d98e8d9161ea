import { alphaLimits, type ResampledUnits } from "#app/statistics/alpha-limits.ts";
import { intraclassCorrelations } from "#app/statistics/icc.ts";
import { kendallW } from "#app/statistics/kendall-w.ts";
import { krippendorffAlpha } from "#app/statistics/krippendorff-alpha.ts";
import type { Limits } from "#app/statistics/limits.ts";

/** How an α reads: .800 and above reliable, .667 to below .800 tentative, below that low (Krippendorff 2019, ch. 12). */
export type Reading = "reliable" | "tentative" | "low";

/** A figure that the material does not define, and why. */
export interface Undefined<Reason extends string> {
  readonly kind: "undefined";
  readonly reason: Reason;
}

/** Krippendorff's α, ordinal, with 95 % bootstrap limits (null where too few candidacies give any). */
export type AlphaFinding =
  | {
      readonly kind: "defined";
      readonly alpha: number;
      readonly limits: Limits | null;
      readonly reading: Reading;
    }
  | Undefined<"nothingScoredTwice" | "noVariation">;

/** ICC(2,1), one member's, and ICC(2,k), the panel mean's, with 95 % limits; only where everybody scored everybody. */
export type IccFinding =
  | {
      readonly kind: "defined";
      readonly single: number;
      readonly singleLimits: Limits | null;
      readonly average: number | null;
      readonly averageLimits: Limits | null;
    }
  | Undefined<"incomplete" | "tooFew" | "noVariation">;

/** Kendall's W corrected for ties; only where everybody scored everybody. */
export type ConcordanceFinding =
  | { readonly kind: "defined"; readonly W: number }
  | Undefined<"incomplete" | "tooFew" | "noVariation">;

/** How far panel members agree about one thing: a criterion, or the sheet score. */
export interface Agreement {
  /** Candidacies scored by two members or more. */
  readonly candidacies: number;
  readonly alpha: AlphaFinding;
  readonly icc: IccFinding;
  readonly concordance: ConcordanceFinding;
}

/** Reads an α; compared as it is, not as it is printed. */
export function readAlpha(alpha: number): Reading {
  if (alpha >= 0.8) return "reliable";
  return alpha >= 0.667 ? "tentative" : "low";
}

/**
 * Agreement of a panel (METHOD § 3).
 *
 * @param scores candidacies × members, null = not scored (recused, not observed)
 * @param resampled the bootstrap's resamples of these candidacies; one set serves all criteria
 */
export function agreement(
  scores: readonly (readonly (number | null)[])[],
  resampled: ResampledUnits,
): Agreement {
  const members = scores.reduce((most, row) => Math.max(most, row.length), 0);
  const byMember = Array.from({ length: members }, (_, member) => scores.map((row) => row[member] ?? null));
  const { alpha, units } = krippendorffAlpha(byMember, "ordinal");
  return {
    candidacies: units,
    alpha: alphaFinding(alpha, units, byMember, resampled),
    ...completeFindings(scores, members),
  };
}

function alphaFinding(
  alpha: number | null,
  units: number,
  byMember: readonly (readonly (number | null)[])[],
  resampled: ResampledUnits,
): AlphaFinding {
  if (alpha === null)
    return { kind: "undefined", reason: units === 0 ? "nothingScoredTwice" : "noVariation" };
  const limits = alphaLimits(byMember, "ordinal", resampled)?.limits ?? null;
  return { kind: "defined", alpha, limits, reading: readAlpha(alpha) };
}

function completeFindings(
  scores: readonly (readonly (number | null)[])[],
  members: number,
): Pick<Agreement, "icc" | "concordance"> {
  const complete = scores.filter((row): row is readonly number[] => row.every((score) => score !== null));
  const missing = (reason: "incomplete" | "tooFew"): Pick<Agreement, "icc" | "concordance"> => ({
    icc: { kind: "undefined", reason },
    concordance: { kind: "undefined", reason },
  });
  if (scores.length < 2 || members < 2) return missing("tooFew");
  if (complete.length < scores.length) return missing("incomplete");
  const icc = intraclassCorrelations(complete);
  const { W } = kendallW(complete);
  return {
    icc:
      icc.icc21 === null
        ? { kind: "undefined", reason: "noVariation" }
        : {
            kind: "defined",
            single: icc.icc21,
            singleLimits: icc.icc21Limits,
            average: icc.icc2k,
            averageLimits: icc.icc2kLimits,
          },
    concordance: W === null ? { kind: "undefined", reason: "noVariation" } : { kind: "defined", W },
  };
}
