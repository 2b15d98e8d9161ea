import type { Gender } from "./counts.ts";
import type { KnownHolder, ProjectedPost } from "./projected-post.ts";

/** A term in a post that is not over, acting ones left out; days are ISO dates, both ends included. */
export interface KnownTerm {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly gender: Gender;
}

/** Posts as they are projected, and what they are today. */
export interface PostsToday {
  readonly posts: readonly ProjectedPost[];
  readonly women: number;
  readonly men: number;
  readonly vacant: number;
  /**
   * Posts left out: somebody of another gender, or who states none, holds or will hold them, and a share is of women
   * among women and men.
   */
  readonly others: number;
}

const index = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));

/** Months from one day's month to another's; never less than `least`. */
const monthsTo = (today: string, day: string, least: number) => Math.max(least, index(day) - index(today));

/**
 * Turns the terms of each post into what is projected. A term that ends in a month is followed in that month; one that
 * ends in this month, next month at the soonest. A post that nobody holds, and for which nobody is appointed, is filled
 * after `fillMonths`.
 *
 * @param terms of each post, those that are not over on `today`, by their start
 */
export function postsToday(
  terms: readonly (readonly KnownTerm[])[],
  today: string,
  fillMonths: number,
): PostsToday {
  const told = terms.filter((own) => own.every(({ gender }) => gender === "woman" || gender === "man"));
  const posts = told.map((own) => postOf(own, today, fillMonths));
  const held = (woman: boolean | null) => posts.filter(({ holders }) => holders[0]?.woman === woman).length;
  return {
    ...{ posts, women: held(true), men: held(false), vacant: held(null) },
    others: terms.length - told.length,
  };
}

function postOf(own: readonly KnownTerm[], today: string, fillMonths: number): ProjectedPost {
  const holders: KnownHolder[] = [];
  let free = 0;
  for (const { startsOn, endsOn, gender } of own) {
    const from = startsOn <= today ? 0 : monthsTo(today, startsOn, 1);
    if (from > free || (from > 0 && holders.length === 0)) holders.push({ from: free, woman: null });
    holders.push({ from: Math.max(from, holders.length === 0 ? 0 : 1), woman: gender === "woman" });
    free = monthsTo(today, endsOn, Math.max(1, from));
  }
  if (holders.length === 0) return { holders: [{ from: 0, woman: null }], opensAt: fillMonths };
  return { holders, opensAt: free };
}
