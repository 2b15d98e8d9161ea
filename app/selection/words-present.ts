import { z } from "zod";

/** Words of the secretariat's own in English, French or both: at least one is there. */
export interface WordsPresent {
  readonly en?: string | undefined;
  readonly fr?: string | undefined;
}

const present = z
  .object({ en: z.string().min(1).optional(), fr: z.string().min(1).optional() })
  .refine(({ en, fr }) => en !== undefined || fr !== undefined);

/**
 * Reads such words from a JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const wordsPresent = (json: unknown): WordsPresent => present.parse(json);

/** Of what was typed into two fields, the languages that were filled in; null where neither was. */
export function wordsFrom(en: string, fr: string): WordsPresent | null {
  if (en === "" && fr === "") return null;
  return { ...(en === "" ? {} : { en }), ...(fr === "" ? {} : { fr }) };
}

/** The words for a reader, with the language they are in: the reader's, or the other where theirs is missing. */
export function wordsFor(locale: string, { en, fr }: WordsPresent): { text: string; language: "en" | "fr" } {
  const first = locale === "fr" ? fr : en;
  if (first !== undefined) return { text: first, language: locale === "fr" ? "fr" : "en" };
  return locale === "fr" ? { text: en ?? "", language: "en" } : { text: fr ?? "", language: "fr" };
}
