import type { CandidacyState } from "#app/selection/lifecycle.ts";
import { reasonsIn, REASONS as SCREENING } from "#app/selection/screening/screening-reasons.ts";

/** How a candidacy ended that came before no panel, best known first. */
export const LIST_OUTCOMES = ["screenedOut", "withdrawn", "merged"] as const;
export type ListOutcome = (typeof LIST_OUTCOMES)[number];

/**
 * Why a candidacy that nobody screened out ended: withdrawn by the candidate or the state (W1), ended without the nominee's
 * consent (W2), joined with another case of the same person (M1).
 */
const ENDINGS = { withdrew: "W1", noConsent: "W2", sameCase: "M1" } as const;

/** A candidacy for the vacancy that its panel did not judge. */
export interface UnjudgedCandidacy {
  readonly candidacyId: string;
  readonly state: CandidacyState;
  /** Whether the nominee had agreed to be considered. */
  readonly consented: boolean;
  /** Codes kept with the screening; none where there was none. */
  readonly screeningReasons: readonly string[];
}

/** A candidacy's end with its reasons, by the codes that records and statistics use. */
export interface ListedOutcome {
  readonly candidacyId: string;
  readonly outcome: ListOutcome;
  /** One or more: E, L, A, I, F, R of screening; W and M of what ended otherwise. */
  readonly codes: readonly string[];
}

/**
 * The outcome of every candidacy that came before no panel, with its reason codes: a list cannot close while one of them
 * has none. `open` are those whose case goes on, or was ended without a reason.
 */
export function listOutcomes(candidacies: readonly UnjudgedCandidacy[]): {
  readonly outcomes: readonly ListedOutcome[];
  readonly open: readonly string[];
} {
  const outcomes: ListedOutcome[] = [];
  const open: string[] = [];
  for (const candidacy of candidacies) {
    const found = outcomeOf(candidacy);
    if (found) outcomes.push({ candidacyId: candidacy.candidacyId, ...found });
    else open.push(candidacy.candidacyId);
  }
  return { outcomes, open };
}

function outcomeOf({ state, consented, screeningReasons }: UnjudgedCandidacy) {
  if (state === "merged") return { outcome: state, codes: [ENDINGS.sameCase] };
  if (state === "withdrawn")
    return { outcome: state, codes: [consented ? ENDINGS.withdrew : ENDINGS.noConsent] };
  const codes = reasonsIn(screeningReasons).map((reason) => SCREENING[reason].code);
  return state === "screenedOut" && codes.length > 0 ? { outcome: state, codes } : null;
}

/** Candidacies that ended in the same way for the same reasons. */
interface SameOutcome {
  readonly outcome: ListOutcome;
  readonly codes: readonly string[];
  readonly candidacyIds: readonly string[];
}

/** Candidacies by how they ended and why, in the order of outcomes, then of codes. */
export function groupOutcomes(outcomes: readonly ListedOutcome[]): readonly SameOutcome[] {
  const groups = new Map<string, SameOutcome>();
  for (const { candidacyId, outcome, codes } of outcomes) {
    const key = `${LIST_OUTCOMES.indexOf(outcome)} ${codes.join(" ")}`;
    const before = groups.get(key)?.candidacyIds ?? [];
    groups.set(key, { outcome, codes, candidacyIds: [...before, candidacyId] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
