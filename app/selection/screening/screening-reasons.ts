import type { Requirement } from "./requirement.ts";
import type { Verdict } from "./requirements.ts";

type Kind = Requirement["kind"];

interface Reason {
  /** As it stands in records and statistics: a letter for the group, a number within it. */
  readonly code: string;
  /** What must have been found for it: "not met" of a requirement of this kind, "cannot tell" of any, an unanswered question. */
  readonly restsOn: { readonly notMet: Kind } | "cannotTell" | "noAnswer" | "judgement";
}

/**
 * Why a candidacy is screened out: experience (E), languages (L), availability (A), eligibility (I), file (F); or somebody
 * nominated for the cadre not taken: merit (M). The
 * candidate and the state are told the reason in words, with advice. Cadre's own list; the codes stay as they are once
 * used, so that years can be compared.
 */
export const REASONS = {
  yearsShort: { code: "E1", restsOn: { notMet: "seniorYears" } },
  fieldShort: { code: "E2", restsOn: { notMet: "fieldMissions" } },
  levelShort: { code: "E3", restsOn: { notMet: "level" } },
  rankShort: { code: "E4", restsOn: { notMet: "rank" } },
  languageShort: { code: "L1", restsOn: { notMet: "language" } },
  noticeTooLong: { code: "A1", restsOn: { notMet: "deployable" } },
  notAvailable: { code: "A2", restsOn: "judgement" },
  hostNational: { code: "I1", restsOn: { notMet: "notHostNational" } },
  notAttested: { code: "I2", restsOn: { notMet: "attestation" } },
  ineligible: { code: "I3", restsOn: "judgement" },
  notShown: { code: "F1", restsOn: "cannotTell" },
  fileIncomplete: { code: "F2", restsOn: "cannotTell" },
  noAnswer: { code: "F3", restsOn: "noAnswer" },
  /** Of the cadre alone: a panel finds competence for a post, screeners do not. */
  competenceShort: { code: "M1", restsOn: "judgement" },
  /** Given before reasons were told apart; offered no more. */
  requirementsNotMet: { code: "R0", restsOn: "judgement" },
} as const satisfies Readonly<Record<string, Reason>>;
export type ScreeningReason = keyof typeof REASONS;

/** A reason that a screener can give today. */
export type OfferedReason = Exclude<ScreeningReason, "requirementsNotMet" | "competenceShort">;

/** The reasons that a screener can give, in the order of their codes. */
export const SCREENING_REASONS: readonly OfferedReason[] = (Object.keys(REASONS) as ScreeningReason[]).filter(
  (reason) => reason !== "requirementsNotMet" && reason !== "competenceShort",
);

export const isScreeningReason = (text: string): text is ScreeningReason => Object.hasOwn(REASONS, text);

/** Those of some stored texts that are reasons. */
export const reasonsIn = (texts: readonly string[]): readonly ScreeningReason[] =>
  texts.filter(isScreeningReason);

interface Findings {
  readonly verdicts: readonly { readonly kind: Kind; readonly verdict: Verdict }[];
  /** Whether the candidate was asked for more and let the day pass. */
  readonly unanswered: boolean;
}

/**
 * The first of the reasons given that the findings do not bear out: nobody is told that their French is short by a
 * screener who found it sufficient. Null where all are borne out.
 */
export function unfounded(
  reasons: readonly ScreeningReason[],
  { verdicts, unanswered }: Findings,
): ScreeningReason | null {
  const holds = (reason: ScreeningReason) => {
    const { restsOn } = REASONS[reason];
    if (restsOn === "judgement") return true;
    if (restsOn === "noAnswer") return unanswered;
    if (restsOn === "cannotTell") return verdicts.some(({ verdict }) => verdict === "cannotTell");
    return verdicts.some(({ kind, verdict }) => kind === restsOn.notMet && verdict === "notMet");
  };
  return reasons.find((reason) => !holds(reason)) ?? null;
}

/** The reasons that findings by themselves suggest: the one for each kind of requirement found not met. */
export const suggestedReasons = (verdicts: Findings["verdicts"]): readonly OfferedReason[] =>
  SCREENING_REASONS.filter((reason) => {
    const restsOn: Reason["restsOn"] = REASONS[reason].restsOn;
    return (
      typeof restsOn === "object" &&
      verdicts.some(({ kind, verdict }) => kind === restsOn.notMet && verdict === "notMet")
    );
  });
