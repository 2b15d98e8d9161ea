/** Civilian levels of the United Nations from which leaders are drawn, the lowest first. */
export const LEVELS = ["P-5", "D-1", "D-2", "ASG", "USG"] as const;
export type Level = (typeof LEVELS)[number];

/** Military ranks from which leaders are drawn, the lowest first; national names are read as their equivalents. */
export const RANKS = [
  "lieutenantColonel",
  "colonel",
  "brigadierGeneral",
  "majorGeneral",
  "lieutenantGeneral",
  "general",
] as const;
export type Rank = (typeof RANKS)[number];

/** How a level is written in a file, in English or French. */
const LEVEL_WORDS: readonly (readonly [Level, RegExp])[] = [
  ["USG", /\bUSG\b|under[- ]secretary[- ]general|secr[ée]taire g[ée]n[ée]rale?s? adjointe?/i],
  ["ASG", /\bASG\b|assistant secretary[- ]general|sous[- ]secr[ée]taire g[ée]n[ée]rale?/i],
  ["D-2", /\bD[- ]?2\b/i],
  ["D-1", /\bD[- ]?1\b/i],
  ["P-5", /\bP[- ]?5\b/i],
];

/** How a rank is written. The longer names come first: every one of them ends in "general" or "colonel". */
const RANK_WORDS: readonly (readonly [Rank, RegExp])[] = [
  ["lieutenantGeneral", /\blieutenant[- ]general\b|\blt\.? ?gen\b|g[ée]n[ée]ral de corps d.arm[ée]e/i],
  ["majorGeneral", /\bmajor[- ]general\b|\bmaj\.? ?gen\b|g[ée]n[ée]ral de division/i],
  ["brigadierGeneral", /\bbrigadier\b|\bbrig\.? ?gen\b|g[ée]n[ée]ral de brigade/i],
  ["general", /^general(?:$|[,(]| \()|\barmy general\b|g[ée]n[ée]ral d.arm[ée]e/i],
  ["lieutenantColonel", /\blieutenant[- ]colonel\b|\blt\.? ?col\b/i],
  ["colonel", /\bcolonel\b/i],
];

const read = <G>(words: readonly (readonly [G, RegExp])[], text: string): G | null =>
  words.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;

/** A grade with the words of the file that it was read from. */
export interface Quoted<G> {
  readonly grade: G;
  readonly words: string;
}

function highest<G>(
  order: readonly G[],
  words: readonly (readonly [G, RegExp])[],
  texts: readonly string[],
): Quoted<G> | null {
  const found = texts.flatMap((text): Quoted<G>[] => {
    const grade = read(words, text);
    return grade === null ? [] : [{ grade, words: text }];
  });
  return found.toSorted((a, b) => order.indexOf(b.grade) - order.indexOf(a.grade))[0] ?? null;
}

/**
 * The highest civilian level that the texts of a file name (titles of posts), with the words; null where none names
 * one: then nothing can be told, in either direction.
 */
export const highestLevel = (texts: readonly string[]): Quoted<Level> | null =>
  highest(LEVELS, LEVEL_WORDS, texts);

/** The highest military rank that the texts of a file name, with the words; null where none names one. */
export const highestRank = (texts: readonly string[]): Quoted<Rank> | null =>
  highest(RANKS, RANK_WORDS, texts);

/** Whether a grade is at least the one asked for, in an order from the lowest. */
export const reaches = <G>(order: readonly G[], grade: G, asked: G): boolean =>
  order.indexOf(grade) >= order.indexOf(asked);
