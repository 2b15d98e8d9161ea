import { wordsOf } from "./names-in-text.ts";

/** So many words in a row are somebody's sentence; fewer are anybody's turn of phrase. */
export const QUOTE_WORDS = 8;

function* runsOf(text: string): Generator<string> {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  for (let at = 0; at + QUOTE_WORDS <= words.length; at += 1)
    yield words.slice(at, at + QUOTE_WORDS).join(" ");
}

/**
 * The first words of a text that stand, eight in a row, in one of some others' texts: a quotation, whether marked as one
 * or not. Accents, capitals and punctuation do not matter.
 *
 * @param sources what members wrote by themselves
 * @param free what may be repeated though a member wrote it as well: the panel's own finding, the published rubric
 * @returns eight words in small letters without accents; null where nothing is quoted. A source of fewer words is never found.
 */
export function quoteInText(
  text: string,
  sources: readonly string[],
  free: readonly string[],
): string | null {
  const theirs = new Set(sources.flatMap((source) => [...runsOf(source)]));
  for (const one of free) for (const run of runsOf(one)) theirs.delete(run);
  for (const run of runsOf(text)) if (theirs.has(run)) return run;
  return null;
}
