import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { Agenda } from "#app/selection/ranking/agenda.ts";
import type { CriterionName } from "#app/selection/ranking/ranking-page.ts";
import type { SheetCriterion } from "#app/selection/sheet/score-sheet-page.ts";
import type { SheetEntry } from "#app/selection/sheet/sheet-entry.ts";
import type { CriterionFinding, FindingOutcome } from "./finding.ts";
import type { FindingChanges, KeptFinding } from "./finding-changes.ts";
import type { FindingReason } from "./finding-reasons.ts";

/** A finding as it stands. */
export interface StandingFinding {
  readonly outcome: FindingOutcome;
  readonly reasonCodes: readonly FindingReason[];
  readonly text: string;
  /** None in findings written before there was one for each criterion. */
  readonly criteria: readonly CriterionFinding[];
  readonly version: number;
  readonly updatedAt: string;
}

/** One candidacy after the reveal. */
export interface FindingPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  readonly levels: number;
  readonly criteria: readonly SheetCriterion[];
  readonly sheets: readonly { readonly memberId: string; readonly entries: readonly SheetEntry[] }[];
  /** Those whose sheets are here. */
  readonly members: readonly { readonly memberId: string; readonly name: string; readonly chair: boolean }[];
  readonly finding: StandingFinding | null;
  /** Why it was not interviewed; null where it was, and where nobody is. */
  readonly passedOver: string | null;
  /** Whether the reader may change the words of the candidate's feedback. */
  readonly mayAdvise: boolean;
  readonly mayWrite: boolean;
  /** Whether the reader may go through the versions of the sheets. */
  readonly mayReadVersions: boolean;
  /** The next on the agenda without a finding. */
  readonly next: string | null;
}

/** The desk sheets on one candidacy, before there is a finding. */
export interface ComparisonPage
  extends Pick<
    FindingPage,
    "panelId" | "candidacyId" | "vacancy" | "name" | "criteria" | "sheets" | "members" | "mayReadVersions"
  > {
  readonly finding: null;
}

/** A version of a finding, with what it changed in the one before; null for the first. */
export interface FindingHistoryRow extends KeptFinding {
  readonly writtenAt: string;
  readonly changes: FindingChanges | null;
}

/** How the finding on one candidacy came to be what it is, the latest version first. */
export interface FindingHistoryPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  readonly criteria: readonly CriterionName[];
  readonly versions: readonly FindingHistoryRow[];
  readonly total: number;
}

/** What a panel talks over, as one reader may see it. */
export interface AgendaPage {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  /** Its rows are those of this page. */
  readonly agenda: Agenda;
  /** Passed over for interview: they can move nobody's place, but wait for a finding too. */
  readonly notHeard: readonly string[];
  readonly page: number;
  readonly total: number;
  readonly shortlistSize: number;
  /** Made without the candidacies the reader is recused from. */
  readonly partial: boolean;
  readonly criteria: readonly CriterionName[];
  /** By candidacy. */
  readonly people: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly finding: { readonly outcome: FindingOutcome; readonly text: string } | null;
      }
    >
  >;
}
