import type { FieldMetadata } from "@conform-to/react";
import type { Say } from "#app/ui/field-props.ts";
import { ScoreSheetCriterion } from "./score-sheet-criterion.tsx";
import type { NewerSheet, SheetCriterion, SheetPage } from "./score-sheet-page.ts";
import { markOf, type SheetEntry } from "./sheet-entry.ts";

interface EntryFields {
  criterionId: string;
  mark: string;
  evidence: string;
  confidence: string;
}

/** The part of the form in which a sheet is scored. */
export interface SheetFields {
  entries: EntryFields[];
}

interface Props {
  readonly criteria: readonly SheetCriterion[];
  /** What the panel asks in the interview, of a sheet written there. */
  readonly questions?: SheetPage["questions"];
  readonly rows: readonly FieldMetadata<EntryFields>[];
  /** What stands in the form now. */
  readonly entries: readonly SheetEntry[];
  /** The sheet as another tab or device left it, where one did. */
  readonly newer: NewerSheet | null;
  readonly say: Say;
}

/** The criteria of a score sheet one under the other, as assessors fill them in and as a rubric's preview shows them. */
export function SheetCriteria({ criteria, questions = [], rows, entries, newer, say }: Props) {
  return (
    <div className="space-y-8">
      {rows.map((row, place) => {
        const criterion = criteria[place];
        if (!criterion) return null;
        const entryIn = (all: readonly SheetEntry[]) =>
          all.find(({ criterionId }) => criterionId === criterion.id);
        return (
          <ScoreSheetCriterion
            key={row.key}
            criterion={criterion}
            questions={questions.filter(({ criterionCode }) => criterionCode === criterion.code)}
            place={place}
            fields={row.getFieldset()}
            other={newer ? (entryIn(newer.entries) ?? null) : undefined}
            own={entryIn(entries)}
            say={say}
          />
        );
      })}
    </div>
  );
}

/** What the form begins with: a row for each criterion. */
export const sheetDefaults = (
  criteria: readonly SheetCriterion[],
  entries: readonly SheetEntry[],
): SheetFields => ({
  entries: criteria.map(({ id }) => {
    const entry = entries.find(({ criterionId }) => criterionId === id);
    return {
      criterionId: id,
      mark: markOf(entry),
      evidence: entry?.evidence ?? "",
      confidence: entry?.confidence ?? "",
    };
  }),
});
