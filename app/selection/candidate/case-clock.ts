import type { NominationStatus } from "#app/selection/nomination/nomination-status.ts";

/** What a candidate may know of the dates of a case; instants ISO 8601 in UTC, days "YYYY-MM-DD", null where not set. */
export interface CaseDates {
  readonly nominatedAt: string;
  readonly consentedAt: string | null;
  readonly screenedAt: string | null;
  readonly decidedAt: string | null;
  readonly withdrawnAt: string | null;
  /** When whoever was selected last declined, so that is decided anew. */
  readonly reopenedAt: string | null;
  /** Until when the invitation can be answered. */
  readonly answerBy: string | null;
  readonly closesAt: string | null;
  readonly decisionDueOn: string | null;
}

export type NextStep = "consent" | "closing" | "screening" | "decision" | "appointment";

/** Where a case stands: since when, for how many whole days, what comes next and by when. */
export interface CaseClock {
  readonly since: string | null;
  readonly days: number;
  readonly next: { readonly step: NextStep; readonly dueAt: string | null } | null;
}

const DAY = 86_400_000;
/** Weeks after the close of a call in which its candidacies are screened: Cadre's own choice. */
const SCREENING_WEEKS = 4;

/** How long a case has stood where it stands, and what its candidate waits for. */
export function caseClock(status: NominationStatus, dates: CaseDates, now: Date): CaseClock {
  const since = sinceWhen(status, dates);
  const passed = since === null ? 0 : Math.floor((now.getTime() - Date.parse(since)) / DAY);
  return { since, days: Math.max(0, passed), next: nextOf(status, dates, now) };
}

function sinceWhen(status: NominationStatus, dates: CaseDates): string | null {
  switch (status) {
    case "awaitingConsent":
      return dates.nominatedAt;
    case "awaitingScreening":
      return dates.consentedAt;
    case "inAssessment":
    case "screenedOut":
      return dates.screenedAt;
    case "selected":
    case "suitable":
    case "notSelected":
      return dates.decidedAt;
    case "withdrawn":
    case "declined":
      return dates.withdrawnAt;
    case "reconsidered":
      return dates.reopenedAt;
    case "joined":
    case "forCadre":
    case "inCadre":
    case "notTaken":
    case "declinedCadre":
      return null;
  }
}

function nextOf(status: NominationStatus, dates: CaseDates, now: Date): CaseClock["next"] {
  switch (status) {
    case "awaitingConsent":
      return { step: "consent", dueAt: dates.answerBy };
    case "awaitingScreening":
      return beforeScreening(dates, now);
    case "inAssessment":
    case "reconsidered":
      return { step: "decision", dueAt: dates.decisionDueOn };
    case "selected":
      return { step: "appointment", dueAt: null };
    default:
      return null;
  }
}

function beforeScreening({ closesAt }: CaseDates, now: Date): CaseClock["next"] {
  if (closesAt === null) return { step: "screening", dueAt: null };
  const closes = Date.parse(closesAt);
  if (closes > now.getTime()) return { step: "closing", dueAt: closesAt };
  const due = new Date(closes + SCREENING_WEEKS * 7 * DAY);
  return { step: "screening", dueAt: due.toISOString().slice(0, 10) };
}
