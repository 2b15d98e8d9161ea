import type { InTwoLanguages } from "./in-two-languages.ts";
import type { PanelPhase } from "./lifecycle.ts";
import type { VacancyTitle } from "./panel-page.ts";
import type { SheetEntry } from "./score-sheet.ts";

/** A criterion with its behavioural anchors, from the lowest level to the highest. */
export interface SheetCriterion {
  readonly id: string;
  readonly code: string;
  readonly group: string;
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  readonly anchors: readonly (InTwoLanguages & { readonly level: number })[];
  /** Share of the whole in millionths. */
  readonly weight: number;
  readonly minimumLevel: number | null;
}

/** The rubric a sheet is scored by. */
export interface SheetRubric {
  readonly levels: number;
  readonly hash: string | null;
  readonly criteria: readonly SheetCriterion[];
}

/** One member's own sheet on one candidacy. */
export interface SheetPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly phase: PanelPhase;
  readonly vacancy: VacancyTitle;
  readonly rubric: SheetRubric;
  readonly name: string;
  readonly version: number;
  readonly savedAt: string | null;
  readonly submittedAt: string | null;
  readonly entries: readonly SheetEntry[];
  /** Where the submitted sheet stands in the record. */
  readonly receipt: { readonly id: string; readonly leafHash: string } | null;
  /** The next candidacy whose sheet is owed, and how many are. */
  readonly next: string | null;
  readonly owed: number;
}

/** A sheet as another tab or device left it. */
export interface NewerSheet {
  readonly version: number;
  readonly entries: readonly SheetEntry[];
}

/** What an autosave is answered with. */
export type AutosaveAnswer =
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: string }
  | { readonly kind: "changed"; readonly newer: NewerSheet }
  | { readonly kind: "refused"; readonly code: string };
