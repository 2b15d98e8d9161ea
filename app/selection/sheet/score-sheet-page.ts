import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { SheetStage } from "#app/selection/panel/phase.ts";
import type { CriterionStage } from "#app/selection/rubric/criterion-group.ts";
import { CONFIDENCES, type SheetEntry, type SheetRow } from "./sheet-entry.ts";

/** A criterion with its behavioural anchors, from the lowest level to the highest. */
export interface SheetCriterion {
  readonly id: string;
  readonly code: string;
  readonly group: string;
  readonly stage: CriterionStage;
  readonly name: InTwoLanguages;
  readonly definition: InTwoLanguages;
  readonly anchors: readonly (InTwoLanguages & { readonly level: number })[];
  /** Share of the whole in millionths. */
  readonly weight: number;
  readonly minimumLevel: number | null;
  /** What the panel agreed on its sample case that a level takes; not there where it agreed nothing. */
  readonly agreed?: string | undefined;
}

/** The rubric a sheet is scored by. */
export interface SheetRubric {
  readonly levels: number;
  readonly hash: string | null;
  readonly criteria: readonly SheetCriterion[];
}

/** A question of an interview, on a criterion. */
export interface SheetQuestion {
  readonly id: string;
  readonly criterionCode: string;
  readonly textEn: string;
  readonly textFr: string;
}

/** One member's own sheet on one candidacy. */
export interface SheetPage {
  /** How many answers are offered from the member's sheet under a rubric that was replaced; nothing of them is saved. */
  readonly carried: number;
  /** Whose it is: what the browser keeps of it is kept under this. */
  readonly account: string;
  readonly panelId: string;
  readonly candidacyId: string;
  /** The round the sheet is of, and whether it is under way. */
  readonly stage: SheetStage;
  readonly open: boolean;
  readonly vacancy: VacancyTitle;
  readonly rubric: SheetRubric;
  /** What the panel asks every candidate; none at the desk. */
  readonly questions: readonly SheetQuestion[];
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

/** What an autosave is answered with: the version kept, a newer one from elsewhere, or a refusal in words. */
export type AutosaveAnswer =
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: string }
  | { readonly kind: "changed"; readonly newer: NewerSheet }
  | { readonly kind: "refused"; readonly words: string };

// These few shapes are read by hand: zod would be a sixth of all the script that the page needs.
type Unread = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unread =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isVersion = (value: unknown): value is number => Number.isSafeInteger(value);
const isText = (value: unknown): value is string => typeof value === "string";

const isEntry = (value: unknown): value is SheetEntry =>
  isObject(value) &&
  isText(value.criterionId) &&
  (value.level === null || Number.isSafeInteger(value.level)) &&
  typeof value.notObserved === "boolean" &&
  isText(value.evidence) &&
  [null, undefined, ...CONFIDENCES].some((one) => one === value.confidence);

const isNewerSheet = (value: unknown): value is NewerSheet & Unread =>
  isObject(value) && isVersion(value.version) && Array.isArray(value.entries) && value.entries.every(isEntry);

/** What came with the refusal of a sheet that was changed meanwhile; null for any other answer. */
export function newerIn(answer: unknown): NewerSheet | null {
  const refusal = isObject(answer) ? answer.refusal : null;
  return isObject(refusal) && isNewerSheet(refusal.newer) ? refusal.newer : null;
}

/** The rows that a refused form was filled in with; null where it says none. */
export function rowsIn(initialValue: unknown): readonly SheetRow[] | null {
  if (!isObject(initialValue) || !Array.isArray(initialValue.entries)) return null;
  const rows = initialValue.entries.flatMap((row: unknown) => {
    if (!isObject(row) || !isText(row.criterionId)) return [];
    const { criterionId, mark = "", evidence = "", confidence = "" } = row;
    return isText(mark) && isText(evidence) && isText(confidence)
      ? [{ criterionId, mark, evidence, confidence }]
      : [];
  });
  return rows.length === initialValue.entries.length ? rows : null;
}

/**
 * Reads the answer of an autosave.
 *
 * @throws TypeError at what is no such answer
 */
export function readAutosaveAnswer(json: unknown): AutosaveAnswer {
  if (isObject(json)) {
    const { kind, version, savedAt, newer, words } = json;
    if (kind === "saved" && isVersion(version) && isText(savedAt)) return { kind, version, savedAt };
    if (kind === "changed" && isNewerSheet(newer)) return { kind, newer };
    if (kind === "refused" && isText(words)) return { kind, words };
  }
  throw new TypeError("Not the answer of an autosave");
}
