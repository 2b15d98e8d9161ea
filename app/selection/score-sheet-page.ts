import * as z from "zod/mini";
import type { InTwoLanguages } from "./in-two-languages.ts";
import type { PanelPhase } from "./lifecycle.ts";
import type { VacancyTitle } from "./panel-page.ts";
import type { SheetEntry, SheetRow } from "./sheet-entry.ts";

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

const newerSheet = z.object({
  version: z.int(),
  entries: z.readonly(
    z.array(
      z.object({
        criterionId: z.string(),
        level: z.nullable(z.int()),
        notObserved: z.boolean(),
        evidence: z.string(),
      }),
    ),
  ),
});

/** A sheet as another tab or device left it. */
export type NewerSheet = z.output<typeof newerSheet>;

/** What came with the refusal of a sheet that was changed meanwhile; null for any other answer. */
export function newerIn(answer: unknown): NewerSheet | null {
  const found = z.object({ refusal: z.object({ newer: newerSheet }) }).safeParse(answer);
  return found.success ? found.data.refusal.newer : null;
}

const typed = z.object({
  entries: z.array(
    z.object({
      criterionId: z.string(),
      mark: z._default(z.string(), ""),
      evidence: z._default(z.string(), ""),
    }),
  ),
});

/** The rows that a refused form was filled in with; null where it says none. */
export function rowsIn(initialValue: unknown): readonly SheetRow[] | null {
  const found = typed.safeParse(initialValue);
  return found.success ? found.data.entries : null;
}

/** What an autosave is answered with: the version kept, a newer one from elsewhere, or the code of a refusal. */
export const autosaveAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), version: z.int(), savedAt: z.string() }),
  z.object({ kind: z.literal("changed"), newer: newerSheet }),
  z.object({ kind: z.literal("refused"), code: z.string() }),
]);
export type AutosaveAnswer = z.output<typeof autosaveAnswer>;
