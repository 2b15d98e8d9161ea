import type { OpenGate } from "#app/selection/clearance/clearance.ts";
import type { GroundsNeeded } from "#app/selection/decision/decision-grounds.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import type { Named, VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { PanelPhase } from "#app/selection/panel/phase.ts";
import type { ListOutcome } from "./list-outcomes.ts";
import type { PanelReportContent } from "./panel-report.ts";

/** Who stands behind a candidacy's id in a report. */
export interface ReportedPerson {
  readonly name: string;
  readonly sortName: string;
  /** None where somebody nominated themself. */
  readonly nominatingState: Named | null;
  /** How they left the case of their own accord, where they did. */
  readonly left: "withdrawn" | "declined" | null;
}

/** A version of the report as one reader may see it, with the names that belong to its ids. */
export interface ReportView {
  readonly reportId: string;
  readonly version: number;
  readonly createdAt: string;
  readonly completedAt: string | null;
  /** A finding was changed since. */
  readonly outOfDate: boolean;
  /** Shown without the candidacies the reader is recused from. */
  readonly partial: boolean;
  /** Without what became of the cases that the panel did not judge: that stands in `others`. */
  readonly content: PanelReportContent;
  /** How those cases ended, and for readers who may know it, whose they were. */
  readonly others: readonly {
    readonly outcome: ListOutcome;
    readonly codes: readonly string[];
    readonly count: number;
    readonly names: readonly string[];
  }[];
  readonly people: Readonly<Record<string, ReportedPerson>>;
  readonly states: Readonly<Record<string, Named>>;
  readonly members: Readonly<Record<string, string>>;
  readonly signatures: readonly {
    readonly memberId: string;
    readonly signedAt: string;
    readonly dissents: boolean;
    readonly dissent: string | null;
  }[];
}

/** A panel's report and what the reader can do with it. */
export interface ReportPage {
  readonly panelId: string;
  readonly vacancyId: string;
  readonly phase: PanelPhase;
  readonly vacancy: VacancyTitle;
  readonly report: ReportView | null;
  readonly mayCreate: boolean;
  readonly withoutFinding: number;
  readonly balanceReasonNeeded: boolean;
  readonly maySign: boolean;
  /** The event of the reader's own signature in the record, which their receipt is for. */
  readonly receiptId: string | null;
  /** Members whose signature is wanting. */
  readonly wanting: readonly string[];
}

/** What bears on a recommended candidate beside the report. */
export interface DecisionCandidate {
  readonly candidacyId: string;
  readonly state: CandidacyState;
  /** The gates that stand in the way, each with why; none where all are passed. */
  readonly openGates: readonly OpenGate[];
  /** Codes of nationalities shared with who holds or last held the post. */
  readonly sharedWithIncumbent: readonly string[];
  /** Whether the reader may open the candidate's file. */
  readonly fileOpen: boolean;
  /** What selecting them has to be argued for beside the reasons; null where they cannot be selected. */
  readonly grounds: GroundsNeeded | null;
}

/** Whom somebody chose, and how it was argued for. */
interface ArguedChoice {
  readonly candidacyId: string;
  readonly reasons: string;
  readonly tieBreakReason: string | null;
  readonly departureReason: string | null;
}

/** A vacancy before its decision, or after. */
export interface DecisionPage {
  readonly vacancyId: string;
  readonly panelId: string;
  readonly state: VacancyState;
  readonly vacancy: VacancyTitle;
  readonly dueOn: string | null;
  /** The decision is awaited, and its day has passed. */
  readonly overdue: boolean;
  readonly report: ReportView;
  /** In the order of the report. */
  readonly candidates: readonly DecisionCandidate[];
  readonly onPanel: boolean;
  readonly mayDecide: boolean;
  /** Those selected before, who declined the post. */
  readonly declined: readonly {
    readonly candidacyId: string;
    readonly decidedAt: string;
    readonly declinedAt: string;
  }[];
  /** The choice that the reader keeps, where they do. */
  readonly held: (ArguedChoice & { readonly heldAt: string; readonly version: number }) | null;
  readonly decision: (ArguedChoice & { readonly decidedAt: string }) | null;
}

/** What an appointment is made upon. */
export interface AppointmentCase {
  readonly vacancyId: string;
  readonly state: VacancyState;
  readonly vacancy: VacancyTitle;
  readonly candidacyId: string;
  readonly name: string;
  readonly reasons: string;
  readonly tieBreakReason: string | null;
  readonly departureReason: string | null;
  readonly decidedAt: string;
  readonly openGates: readonly OpenGate[];
  readonly holders: readonly HeldTerm[];
  /** The appointment, once made. */
  readonly made: HeldTerm | null;
  readonly today: string;
}

/** Somebody's term in a post. */
export interface HeldTerm {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly acting: boolean;
}
