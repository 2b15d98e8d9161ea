import { z } from "zod";
import { type DraftFile, draftFileSchema, FILE_FIELDS } from "./nominee-file.ts";

const newerDraft = z.object({ version: z.number().int(), by: z.string(), file: draftFileSchema });

/** A draft as a colleague, or another tab, left it meanwhile. */
export type NewerDraft = z.output<typeof newerDraft>;

/** What came with the refusal of a draft that was changed meanwhile; null for any other answer. */
export function newerDraftIn(answer: unknown): NewerDraft | null {
  const found = z.object({ refusal: z.object({ newer: newerDraft }) }).safeParse(answer);
  return found.success ? found.data.refusal.newer : null;
}

/** What an autosave of a draft is answered with: the version kept, a newer one, or a refusal in words. */
export const draftAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), version: z.number().int(), savedAt: z.string() }),
  z.object({ kind: z.literal("changed"), newer: newerDraft }),
  z.object({ kind: z.literal("refused"), words: z.string() }),
]);
export type DraftAnswer = z.output<typeof draftAnswer>;

/** A field that stands otherwise in two versions of a file. */
export interface Difference {
  readonly field: keyof DraftFile;
  /** As text; rows one under the other. */
  readonly theirs: string;
  readonly own: string;
}

/** Where two versions of a file differ, field by field, in the order of the form. */
export function differencesOf(own: DraftFile, theirs: DraftFile): readonly Difference[] {
  return FILE_FIELDS.flatMap((field) => {
    const [a, b] = [linesOf(own[field]), linesOf(theirs[field])];
    return a === b ? [] : [{ field, theirs: b, own: a }];
  });
}

type Value = DraftFile[keyof DraftFile];

/** A field as text: a row's parts beside each other, rows one under the other, blank ones left out. */
export function linesOf(value: Value): string {
  if (typeof value === "string") return value.trim();
  return value
    .map((row: string | Readonly<Record<string, string>>) => (typeof row === "string" ? row : rowText(row)))
    .filter((line) => line !== "")
    .join("\n");
}

const rowText = (row: Readonly<Record<string, string>>) => {
  if ("level" in row && row.level === "") return "";
  return Object.values(row).filter(Boolean).join(" · ");
};
