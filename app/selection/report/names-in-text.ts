/** Words shorter than this are met in any sentence: as a name alone they tell nothing. */
const SHORTEST = 3;

/** The words of a text in their order, without accents and punctuation; capitals stay. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether a run of words stands in a text, with its capitals as written or all of it in capitals. */
function stands(name: readonly string[], words: readonly string[]): boolean {
  const same = (word: string | undefined, part: string) => word === part || word === part.toUpperCase();
  return words.some((_, at) => name.every((part, n) => same(words[at + n], part)));
}

/**
 * The names that stand in a text: in full, or the last word of one by itself where it is three letters long or more. Accents do
 * not matter, capitals do ("Law" is found, "law" is not), and so do whole words ("Osei" is not in "Oseiku"). A finding on
 * one candidacy is read by members who may know nothing of another: a name in it would tell them.
 *
 * @returns the names found, as given, each once
 */
export function namesInText(text: string, names: readonly string[]): readonly string[] {
  const words = wordsOf(text);
  return [...new Set(names)].filter((name) => {
    const parts = wordsOf(name);
    const last = parts.at(-1) ?? "";
    return parts.length > 0 && (stands(parts, words) || (last.length >= SHORTEST && stands([last], words)));
  });
}

/**
 * The names of others that stand in a text about somebody, whose own name may stand there though another bears part of it.
 *
 * @param names of everybody whom the text must not name
 * @param about the person's own name, as on file and as stated
 */
export const othersNamed = (text: string, names: readonly string[], about: readonly string[]) =>
  namesInText(
    about.reduce((words, name) => words.replaceAll(name, " "), text),
    names,
  );
