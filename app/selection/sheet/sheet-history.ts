import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { SheetStage } from "#app/selection/panel/phase.ts";
import type { SheetCriterion } from "./score-sheet-page.ts";
import { markOf, type SheetEntry } from "./sheet-entry.ts";

/** By what a version of a score sheet came to be. */
export type SheetKeeping = "autosaved" | "saved" | "submitted" | "withdrawn" | "restored" | "superseded";

/** A criterion on which two versions of a sheet differ: what stood before, null where nothing did, and what stands after. */
export interface EntryChange {
  readonly criterionId: string;
  readonly before: SheetEntry | null;
  readonly after: SheetEntry;
}

/** A version of a sheet, with what it changed in the one before; the first changed a blank sheet. */
export interface SheetVersionRow {
  readonly version: number;
  readonly how: SheetKeeping;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  readonly changes: readonly EntryChange[];
}

/** A sheet whose versions can be read here. */
export interface SheetChoice {
  readonly id: string;
  readonly member: string;
  readonly stage: SheetStage;
  /** It was written under a rubric that was replaced, and counts for nothing. */
  readonly superseded: boolean;
}

/** How one sheet came to be what it is, the latest version first. */
export interface SheetHistoryPage {
  readonly panelId: string;
  readonly candidacyId: string;
  readonly vacancy: VacancyTitle;
  readonly name: string;
  /** Whether the reader wrote it. */
  readonly own: boolean;
  readonly criteria: readonly Pick<SheetCriterion, "id" | "name">[];
  readonly sheets: readonly SheetChoice[];
  /** Which of them is read; null where there is none. */
  readonly sheetId: string | null;
  readonly versions: readonly SheetVersionRow[];
  readonly total: number;
}

/**
 * Whether two answers on a criterion say the same. An answer that is missing says what a blank one does: nothing chosen
 * and nothing written.
 */
export const sameEntry = (
  one: SheetEntry | null | undefined,
  other: SheetEntry | null | undefined,
): boolean =>
  markOf(one ?? undefined) === markOf(other ?? undefined) &&
  (one?.evidence ?? "") === (other?.evidence ?? "") &&
  (one?.confidence ?? null) === (other?.confidence ?? null);

/**
 * What changed from one version of a sheet to the next, in the order of the later one. Entries are written over and
 * never removed, so that the later version has all criteria of the earlier.
 *
 * @param before none for the first version
 */
export function sheetChanges(
  before: readonly SheetEntry[],
  after: readonly SheetEntry[],
): readonly EntryChange[] {
  const earlier = new Map(before.map((entry) => [entry.criterionId, entry]));
  return after.flatMap((entry) => {
    const was = earlier.get(entry.criterionId) ?? null;
    return sameEntry(was, entry) ? [] : [{ criterionId: entry.criterionId, before: was, after: entry }];
  });
}

/** Whether two sheets say the same on every criterion, in whatever order. */
export const saysSame = (one: readonly SheetEntry[], other: readonly SheetEntry[]): boolean =>
  sheetChanges(one, other).length === 0 && sheetChanges(other, one).length === 0;
