import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";

/** A vowel that begins an Arabic word is written on a letter that is transliterated as an apostrophe. */
const INITIAL_HAMZA = /(^|\s)'/g;

/**
 * The words of a name in Latin letters, whatever script it is written in, without accents and in the order of the
 * alphabet: family names stand first in one document and last in another.
 */
export const latinName = (...names: readonly string[]): string =>
  anyAscii(names.join(" "))
    .toLowerCase()
    .replace(INITIAL_HAMZA, "$1a")
    .replaceAll("'", "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .toSorted()
    .join(" ");

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/[qc]/g, "k"],
  [/w/g, "v"],
  [/z/g, "s"],
  [/j/g, "g"],
];

/**
 * A Latin name reduced to what survives a change of script: the consonants of each word, once. "Mohammed", "Muhamad"
 * and "mhmd", as Arabic is transliterated letter by letter, are the same.
 */
export const skeletonOf = (latin: string): string =>
  latin.split(" ").map(skeletonOfWord).toSorted().join(" ");

function skeletonOfWord(word: string): string {
  const plain = ALIKE.reduce((text, [letters, letter]) => text.replace(letters, letter), word);
  const first = plain.slice(0, 1).replace(/[eiouy]/, "a");
  return (first + plain.slice(1).replace(/[aeiouyh]/g, "")).replace(/(.)\1+/g, "$1");
}

/** What an initial is worth where the other file spells the name out. */
const INITIAL = 0.75;
/** What the same consonants are worth: near to the same, for two transliterations of one name. */
const SAME_CONSONANTS = 0.92;
/** What each further name costs that only one of the files has; at most three count. */
const FURTHER_NAME = 0.1;
/** A single word says little where the other name has several. */
const ONE_WORD = 0.6;

/**
 * How alike two names are, 0 to 1: each word of the shorter beside the word of the longer that is most like it
 * (1 − Levenshtein distance by length; Levenshtein 1966), each used once.
 *
 * @param one words in Latin letters, as `latinName` gives them; the same for `other`
 */
export function nameLikeness(one: string, other: string): number {
  const [shorter, longer] = [one.split(" "), other.split(" ")].toSorted((a, b) => a.length - b.length);
  if (!shorter || !longer || one === "" || other === "") return 0;
  const left = [...longer];
  const sum = shorter
    .toSorted((a, b) => b.length - a.length)
    .reduce((total, word) => total + takeBest(word, left), 0);
  const further = Math.min(longer.length - shorter.length, 3);
  const lonely = shorter.length === 1 && longer.length > 1 ? ONE_WORD : 1;
  return (sum / shorter.length) * (1 - FURTHER_NAME * further) * lonely;
}

/** The likeness of a word to the best of those left, which is left no more. */
function takeBest(word: string, left: string[]): number {
  let best = { at: -1, value: 0 };
  left.forEach((other, at) => {
    const value = wordLikeness(word, other);
    if (value > best.value) best = { at, value };
  });
  if (best.at >= 0) left.splice(best.at, 1);
  return best.value;
}

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? INITIAL : 0;
  const spelled = 1 - distance(one, other) / Math.max(one.length, other.length);
  const bones = skeletonOfWord(one);
  return bones.length > 1 && bones === skeletonOfWord(other) ? Math.max(spelled, SAME_CONSONANTS) : spelled;
}

const IGNORES_DOTS = new Set(["gmail.com", "googlemail.com"]);

/** The mailbox that an address leads to: without what follows a plus and, where the provider ignores them, dots. */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  const name = local.split("+")[0] ?? local;
  return `${IGNORES_DOTS.has(domain) ? name.replaceAll(".", "") : name}@${domain.replace("googlemail.", "gmail.")}`;
}
