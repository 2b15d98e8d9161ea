import { type Marks, sheetScore, type WeightedCriterion } from "./sheet-score.ts";

/** Evidence in words asked for each scored criterion: about a sentence. */
export const EVIDENCE_LENGTH = 20;
export const EVIDENCE_MOST = 4000;

/** What stands at a criterion: nothing yet, a level from 1, or "not observed", which is not the lowest level. */
export type Mark = "" | "notObserved" | `${number}`;

/** How sure an assessor is of an answer, in words: it tells readers how to read the level, and enters no figure. */
export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * Which fields an entry has where the record commits to it: 1 had criterion, level, "not observed" and evidence, 2 has
 * confidence too. Events without the number have the first, and the receipts given for them stand.
 */
export const ENTRY_SHAPE = 2;

/** One criterion of a sheet as it is kept. */
export interface SheetEntry {
  readonly criterionId: string;
  readonly level: number | null;
  readonly notObserved: boolean;
  readonly evidence: string;
  /** Not there, or null, where the assessor did not say. */
  readonly confidence?: Confidence | null | undefined;
}

/** A row of the form as it is kept. */
export const keptEntry = ({ criterionId, mark, evidence, confidence }: SheetRow): SheetEntry => ({
  criterionId,
  level: mark === "" || mark === "notObserved" ? null : Number(mark),
  notObserved: mark === "notObserved",
  evidence,
  confidence: CONFIDENCES.find((one) => one === confidence) ?? null,
});

/** One criterion of a sheet as the form posts it. */
export interface SheetRow {
  readonly criterionId: string;
  /** A Mark, or whatever else was posted. */
  readonly mark: string;
  readonly evidence: string;
  /** A Confidence, or empty where none is stated. */
  readonly confidence?: string | undefined;
}

/** How the radio group of a kept entry stands. */
export const markOf = (entry: Pick<SheetEntry, "level" | "notObserved"> | undefined): Mark =>
  entry?.notObserved ? "notObserved" : entry?.level ? `${entry.level}` : "";

/**
 * How far a sheet has come: criteria answered of all, and whether enough of the weight was observed to count. A row
 * that does not fit the rubric (a mark off its scale, a criterion it does not have) answers nothing.
 */
export function sheetProgress(
  entries: readonly SheetEntry[],
  criteria: readonly WeightedCriterion[],
  levels: number,
): {
  readonly answered: number;
  readonly criteria: number;
  readonly observedShare: number;
  readonly counts: boolean;
} {
  const marks: Record<string, number | null> = {};
  const fitting = entries.filter(
    ({ criterionId, level }) =>
      criteria.some(({ id }) => id === criterionId) &&
      (level === null || (Number.isInteger(level) && level >= 1 && level <= levels)),
  );
  for (const { criterionId, level } of fitting) marks[criterionId] = level;
  const score = sheetScore(marks satisfies Marks, criteria, levels);
  return {
    answered: fitting.filter(({ level, notObserved }) => level !== null || notObserved).length,
    criteria: criteria.length,
    observedShare: score.observedWeight / score.totalWeight,
    counts: score.kind === "counted",
  };
}
