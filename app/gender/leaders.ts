import type { LeaderCount } from "./balance.ts";

/** A kind of post, as far as the list of leaders goes by it. */
export interface LeaderKind {
  readonly code: string;
  readonly isHead: boolean;
  readonly isDeputy: boolean;
}

/** One list of leaders in post: which one, and how many. */
export interface LeaderLine {
  /** `heads`, `deputies`, `headsAndDeputies`, `others`, `acting`, or a role kind's code. */
  readonly key: string;
  readonly woman: number;
  readonly man: number;
  /** Another gender or not stated: shown together, since the names behind these figures are public. */
  readonly other: number;
}

/** The lists that are not of one role kind. */
export const LEADER_LISTS = ["headsAndDeputies", "heads", "deputies", "others", "acting"] as const;
export type LeaderList = (typeof LEADER_LISTS)[number];

/**
 * Leaders in post by list: heads and deputies together (the list the parity target is for) and apart, other leaders,
 * and acting ones, who are counted in no other list (METHOD § 9).
 */
export function leaderLists(
  counts: readonly LeaderCount[],
  kinds: readonly LeaderKind[],
): readonly (LeaderLine & { readonly key: LeaderList })[] {
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const is = (count: LeaderCount, list: LeaderList): boolean => {
    const { isHead = false, isDeputy = false } = kindOf.get(count.roleKindCode) ?? {};
    if (count.acting || list === "acting") return count.acting && list === "acting";
    if (list === "heads") return isHead;
    if (list === "deputies") return isDeputy;
    return list === "headsAndDeputies" ? isHead || isDeputy : !isHead && !isDeputy;
  };
  return LEADER_LISTS.map((key) =>
    lineOf(
      key,
      counts.filter((count) => is(count, key)),
    ),
  );
}

/** Leaders in post by kind of post and level, in the order of `kinds`; acting ones are left out, kinds without any too. */
export function leadersByPost(
  counts: readonly LeaderCount[],
  kinds: readonly LeaderKind[],
): readonly (LeaderLine & { readonly level: string })[] {
  const inPost = counts.filter(({ acting }) => !acting);
  return kinds.flatMap(({ code }) => {
    const own = inPost.filter(({ roleKindCode }) => roleKindCode === code);
    return [...new Set(own.map(({ level }) => level))].map((level) => ({
      ...lineOf(
        code,
        own.filter((count) => count.level === level),
      ),
      level,
    }));
  });
}

/** Levels of leaders from the highest; one that is not among them comes after. */
export const LEVELS_FROM_THE_HIGHEST = ["USG", "ASG", "D-2", "D-1"] as const;

/** Leaders in post by level, the highest first; acting ones are left out. */
export function leadersByLevel(counts: readonly LeaderCount[]): readonly LeaderLine[] {
  const inPost = counts.filter(({ acting }) => !acting);
  const known: readonly string[] = LEVELS_FROM_THE_HIGHEST;
  const rank = (level: string) => (known.includes(level) ? known.indexOf(level) : known.length);
  const levels = [...new Set(inPost.map(({ level }) => level))];
  return levels
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((key) =>
      lineOf(
        key,
        inPost.filter(({ level }) => level === key),
      ),
    );
}

function lineOf<Key extends string>(key: Key, counts: readonly LeaderCount[]) {
  const sum = (...genders: readonly string[]) =>
    counts.reduce((sofar, { gender, people }) => (genders.includes(gender) ? sofar + people : sofar), 0);
  return { key, woman: sum("woman"), man: sum("man"), other: sum("another", "notStated") };
}
