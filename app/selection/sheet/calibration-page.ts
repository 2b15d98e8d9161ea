import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { SampleCase, Spread } from "./calibration.ts";
import type { SheetRubric } from "./score-sheet-page.ts";
import type { SheetEntry } from "./sheet-entry.ts";

/** A sample case that can be taken for a panel, and where it comes from. */
export interface OfferedSample extends SampleCase {
  /** By what it is asked for in an address. */
  readonly key: string;
}

/** What choosing a panel's sample case needs. */
export interface SampleChoice {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  /** What stands; null before one was chosen. */
  readonly sample: SampleCase | null;
  readonly version: number;
  /** Whether it can still be changed: nobody has begun to score it. */
  readonly open: boolean;
  readonly offered: readonly OfferedSample[];
}

/** The calibration of a panel as one reader may see it. */
export interface CalibrationPage {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  readonly sample: SampleCase;
  /** Whether the phase is under way. */
  readonly open: boolean;
  readonly version: number;
  readonly rubric: SheetRubric;
  /** The members by name; who has handed in, for the chair and those who oversee. */
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly submitted: boolean | null;
  }[];
  /** Whether the reader's own sample sheet is still to be written. */
  readonly ownSheet: "none" | "open" | "submitted";
  /** When the sheets were opened to each other, and why before all were in; null while they are closed. */
  readonly opened: { readonly at: string; readonly reason: string } | null;
  /** None while the sheets are closed. */
  readonly spreads: readonly Spread[];
  readonly sheets: readonly { readonly memberId: string; readonly entries: readonly SheetEntry[] }[];
  readonly notes: readonly { readonly criterionId: string; readonly text: string }[];
  /** Whether the reader is the chair. */
  readonly leads: boolean;
  /** The chair's: to open the sheets early, to write what is agreed, to open the desk. */
  readonly mayOpen: boolean;
  readonly mayAgree: boolean;
  readonly mayChoose: boolean;
  /** Criteria that keep the desk from opening. */
  readonly unsettled: number;
}

/** A member's own sheet on the sample case. */
export interface SampleSheetPage {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  readonly sample: SampleCase;
  readonly rubric: SheetRubric;
  readonly version: number;
  /** Whether it can be written. */
  readonly open: boolean;
  readonly submittedAt: string | null;
  readonly entries: readonly SheetEntry[];
}
