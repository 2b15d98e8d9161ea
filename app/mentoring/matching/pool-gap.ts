import {
  type EndingTerm,
  freePlaces,
  type MonthAhead,
  type PoolMentor,
} from "#app/mentoring/health/pool-capacity.ts";

/** What the pool of mentors can lack: places at all, women, mentors working in a language, mentors of a regional group. */
export const GAP_KINDS = ["places", "women", "language", "region"] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Something that the pool lacks. */
export interface PoolGap {
  readonly kind: GapKind;
  /** The code of the language or the name of the regional group; empty for the others. */
  readonly of: string;
  /** How many places, or for women and a region mentors, would close it: at least 1. */
  readonly missing: number;
}

/** A gap as addresses and tables keep it: `women`, `language:fr`. */
export const gapKey = ({ kind, of }: Pick<PoolGap, "kind" | "of">): string =>
  of === "" ? kind : `${kind}:${of}`;

/** Reads a kept gap; null for what is none. */
export function gapOf(key: string): Pick<PoolGap, "kind" | "of"> | null {
  const at = key.indexOf(":");
  const kind = GAP_KINDS.find((one) => one === (at < 0 ? key : key.slice(0, at)));
  const of = at < 0 ? "" : key.slice(at + 1);
  const named = kind === "language" || kind === "region";
  return kind && named === (of !== "") ? { kind, of } : null;
}

/** What is known of the pool and of those who will want a mentor. */
export interface PoolFacts {
  readonly mentors: readonly PoolMentor[];
  readonly terms: readonly EndingTerm[];
  /** For each leader who waits: the codes of the languages asked for. */
  readonly waiting: readonly (readonly string[])[];
  readonly months: readonly MonthAhead[];
  /** All regional groups there are. */
  readonly regions: readonly string[];
  /** ISO date. */
  readonly today: string;
}

/**
 * What the pool lacks, held against the year ahead (Cadre's own rules, each said on the page beside the gap):
 *
 * - *places*: the most leaders that would be without one in any month;
 * - *women*: how many women would make half of the available mentors whose gender is stated (parity, as METHOD §9);
 * - *language*: of those who wait or will come and could work in it, how many more than free places of mentors who do;
 *   a leader who has several languages counts in each, since any of them will do only where a mentor is there for it;
 * - *region*: a regional group of which no available mentor has a free place today.
 *
 * @returns in the order of {@link GAP_KINDS}, then the largest first, then by name
 */
export function poolGaps({ mentors, terms, waiting, months, regions, today }: PoolFacts): readonly PoolGap[] {
  const gaps: PoolGap[] = [];
  const places = Math.max(0, ...months.map(({ missing }) => missing));
  if (places > 0) gaps.push({ kind: "places", of: "", missing: places });
  const stated = mentors.filter(({ gender }) => gender !== "notStated");
  const women = stated.filter(({ gender }) => gender === "woman").length;
  const toParity = stated.length - 2 * women;
  if (toParity > 0) gaps.push({ kind: "women", of: "", missing: toParity });
  const until = months.at(-1)?.day.slice(0, 7) ?? today.slice(0, 7);
  const coming = terms.filter(({ endsOn }) => endsOn >= today && endsOn.slice(0, 7) <= until);
  const asked = [...waiting, ...coming.map(({ languages }) => languages)];
  const languages = [...new Set(asked.flat())].map((code): PoolGap => {
    const need = asked.filter((spoken) => spoken.includes(code)).length;
    const free = mentors
      .filter((mentor) => mentor.languages.includes(code))
      .reduce((sum, mentor) => sum + freePlaces(mentor, today), 0);
    return { kind: "language", of: code, missing: need - free };
  });
  const unheard = regions
    .filter((region) => !mentors.some((mentor) => mentor.region === region && freePlaces(mentor, today) > 0))
    .map((region): PoolGap => ({ kind: "region", of: region, missing: 1 }));
  const inOrder = (a: PoolGap, b: PoolGap) => b.missing - a.missing || (a.of < b.of ? -1 : 1);
  return [
    ...gaps,
    ...languages.filter(({ missing }) => missing > 0).toSorted(inOrder),
    ...unheard.toSorted(inOrder),
  ];
}

/** Mentors counted under one heading. */
export interface PoolRow {
  readonly key: string;
  readonly mentors: number;
  /** Pairs they take at most. */
  readonly capacity: number;
  /** Pairs they could begin today. */
  readonly free: number;
}

/**
 * The available mentors by what `keysOf` says of each; one who stands under several (languages) counts in each. A key that
 * is asked for and has no mentor is a row of zeros: nobody is a fact, not a missing figure.
 */
export function poolRows(
  mentors: readonly PoolMentor[],
  keysOf: (mentor: PoolMentor) => readonly string[],
  keys: readonly string[],
  today: string,
): readonly PoolRow[] {
  const all = [...new Set([...keys, ...mentors.flatMap(keysOf)])];
  return all.map((key) => {
    const those = mentors.filter((mentor) => keysOf(mentor).includes(key));
    return {
      key,
      mentors: those.length,
      capacity: those.reduce((sum, { capacity }) => sum + capacity, 0),
      free: those.reduce((sum, mentor) => sum + freePlaces(mentor, today), 0),
    };
  });
}
