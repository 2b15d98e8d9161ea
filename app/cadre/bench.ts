import type { Gender } from "#app/gender/counts.ts";
import type { ReadinessLevel } from "./readiness.ts";

/** Members of one readiness, gender and standing towards what a post asks; `meets` null: not everything is known. */
export interface BenchCount {
  readonly postId: string;
  readonly level: ReadinessLevel;
  readonly gender: Gender;
  readonly meets: boolean | null;
  readonly people: number;
}

/** How many, by gender. */
export type ByGender = Readonly<Record<Gender, number>>;

/** Who stands behind a post. */
export interface PostBench {
  /** Ready now, and everything that the post asks in figures is known to be met. */
  readonly now: ByGender;
  /** The same of those found ready in one or two years. */
  readonly soon: ByGender;
  readonly later: ByGender;
  /** Found ready as soon, but something is not on file: shown beside, counted neither as met nor as missing. */
  readonly unknown: Readonly<Record<"now" | "soon" | "later", number>>;
}

/** How many there are of all genders. */
export const peopleIn = ({ woman, man, another, notStated }: ByGender): number =>
  woman + man + another + notStated;

/** Who stands behind one post. Nobody who does not meet what it asks is counted, at whatever readiness. */
export function benchOf(counts: readonly BenchCount[], postId: string): PostBench {
  const own = counts.filter((one) => one.postId === postId);
  const at = (level: ReadinessLevel): ByGender => {
    const of = (gender: Gender) =>
      sumOf(own.filter((one) => one.level === level && one.meets === true && one.gender === gender));
    return { woman: of("woman"), man: of("man"), another: of("another"), notStated: of("notStated") };
  };
  const unknownAt = (level: ReadinessLevel) =>
    sumOf(own.filter((one) => one.level === level && one.meets === null));
  return {
    now: at("now"),
    soon: at("oneToTwoYears"),
    later: at("threeToFiveYears"),
    unknown: {
      now: unknownAt("now"),
      soon: unknownAt("oneToTwoYears"),
      later: unknownAt("threeToFiveYears"),
    },
  };
}

const sumOf = (counts: readonly BenchCount[]) => counts.reduce((sum, { people }) => sum + people, 0);

/** Whether a post wants a successor within twelve months: its term ends by then, or nobody holds it. */
export function endsWithinYear(endsOn: string | null, today: string): boolean {
  if (endsOn === null) return true;
  return endsOn <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

/** How a kind of post is covered. */
export interface Cover {
  readonly roleKindCode: string;
  /** Posts whose term ends within twelve months, or that nobody holds. */
  readonly posts: number;
  /** Members ready now who meet what at least one of them asks; each counts once. */
  readonly people: number;
  /** Ready now and not among those, of whom something is not on file towards at least one of them. */
  readonly unknown: number;
  /** People per post; null where no term ends: there is nothing to cover. */
  readonly cover: number | null;
}

/**
 * Cover: ready-now members per post whose term ends within twelve months (METHOD §8). Members may stand behind several
 * posts of a kind and can fill one of them only: so it is counted over the kind, each person once.
 */
export const coverOf = (counted: Omit<Cover, "cover">): Cover => ({
  ...counted,
  cover: counted.posts === 0 ? null : counted.people / counted.posts,
});

/** Whether a cover is too little: fewer people than posts. */
export const isShort = ({ cover }: Cover): boolean => cover !== null && cover < 1;

/** For how many months the timeline looks ahead. */
export const TIMELINE_MONTHS = 24;

const DAY_MS = 86_400_000;
/** Days that the timeline spans: two years. */
const TIMELINE_DAYS = 731;

/**
 * Where a day stands on the timeline: hundredths of its width from today, 0 to 100; null where it lies beyond.
 *
 * @param day "YYYY-MM-DD", as is `today`
 */
export function placeOnTimeline(day: string, today: string): number | null {
  const days = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  return days > TIMELINE_DAYS ? null : (Math.max(0, days) / TIMELINE_DAYS) * 100;
}
