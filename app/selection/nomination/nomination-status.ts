import type { Told } from "#app/selection/candidate/told.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import type { PoolReviewState } from "#app/selection/pool/pool-review.ts";

/** What a nominating state and the candidate are told of a candidacy: steps, never what a panel thinks of it. */
export const NOMINATION_STATUSES = [
  "awaitingConsent",
  "awaitingScreening",
  "screenedOut",
  "inAssessment",
  "reconsidered",
  "selected",
  "suitable",
  "notSelected",
  "withdrawn",
  "declined",
  "forCadre",
  "inCadre",
  "notTaken",
  "declinedCadre",
  "joined",
] as const;
export type NominationStatus = (typeof NOMINATION_STATUSES)[number];

/** The states in which a decision, once told, ends a case one way or the other. */
const ENDED_BY_DECISION: readonly CandidacyState[] = [
  ...(["recommended", "suitable", "notRecommended", "selected", "appointed"] as const),
];

/**
 * How far a candidacy has come, as those concerned may know it. A panel's finding stays with the panel and those who
 * decide until the decision is made and its letter was sent; from then on it is "selected", "not selected, found suitable" or "not selected".
 * Where whoever was selected declined, those among whom is decided anew are considered again; for all others the first
 * decision stands.
 */
export function nominationStatus(
  candidacy: CandidacyState,
  vacancy: VacancyState,
  told: Told,
): NominationStatus {
  if (told !== "all" && ENDED_BY_DECISION.includes(candidacy))
    return told === "earlier" ? "reconsidered" : "inAssessment";
  const decided = vacancy === "decided" || vacancy === "closed" || vacancy === "reopened";
  switch (candidacy) {
    case "nominated":
      return vacancy === "closed" ? "notSelected" : "awaitingConsent";
    case "consented":
      return vacancy === "closed" ? "notSelected" : "awaitingScreening";
    case "screenedOut":
    case "withdrawn":
    case "declined":
      return candidacy;
    case "merged":
      return "joined";
    case "selected":
      // A case closes with the appointment, or without one: then the choice came to nothing.
      return vacancy === "closed" ? "suitable" : "selected";
    case "appointed":
      return "selected";
    case "screenedIn":
      return decided ? "notSelected" : "inAssessment";
    case "recommended":
      if (vacancy === "reopened") return "reconsidered";
      return decided ? "suitable" : "inAssessment";
    case "suitable":
      return decided ? "suitable" : "inAssessment";
    case "notRecommended":
      return decided ? "notSelected" : "inAssessment";
  }
}

/**
 * The stages whose dates a candidate and a state may know: what a panel thinks shows in none of them, and the selection
 * once it was told.
 */
export const OPEN_STAGES = ["nominated", "consented", "screenedIn", "selected", "appointed"] as const;

/** The statuses a nomination passes on its way, in order. */
export const NOMINATION_ROAD = ["awaitingConsent", "awaitingScreening", "inAssessment", "selected"] as const;

/** A nomination as those concerned may follow it. */
interface Followed {
  readonly state: "submitted" | "withdrawn";
  readonly candidacyState: CandidacyState | null;
  readonly vacancyState: VacancyState | null;
  /** By the letters to those who read it. */
  readonly told: Told;
  /** Of one for the cadre at large. */
  readonly reviewState: PoolReviewState | null;
}

const REVIEW_STATUS = {
  asked: "awaitingConsent",
  consented: "forCadre",
  entered: "inCadre",
  notTaken: "notTaken",
  declined: "declinedCadre",
} as const satisfies Readonly<Record<PoolReviewState, NominationStatus>>;

/** How far a nomination has come; one by a call for the cadre at large, as its review has. */
export function statusOfNomination(nomination: Followed): NominationStatus {
  const { state, candidacyState, vacancyState, told, reviewState } = nomination;
  if (state === "withdrawn") return "withdrawn";
  if (candidacyState === null || vacancyState === null) return REVIEW_STATUS[reviewState ?? "asked"];
  return nominationStatus(candidacyState, vacancyState, told);
}

/** Whether the date of a stage may be shown to who was told so much. */
export const isOpenStage = (stage: string, told: Told): boolean =>
  told === "all" || (stage !== "selected" && stage !== "appointed");
