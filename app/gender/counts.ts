/** Genders as people declare them, in the order in which they are shown. */
export const GENDERS = ["woman", "man", "another", "notStated"] as const;

/** What a person declares. */
export type Gender = (typeof GENDERS)[number];

/** How many of each: whole numbers, 0 or more. None is dropped when a share is taken; they stand beside it. */
export type Tally = Readonly<Record<Gender, number>>;

/** Nobody. */
export const EMPTY_TALLY: Tally = { woman: 0, man: 0, another: 0, notStated: 0 };

/** Counts people by gender. */
export function tallyOf(genders: Iterable<Gender>): Tally {
  const tally = { ...EMPTY_TALLY };
  for (const gender of genders) tally[gender] += 1;
  return tally;
}

/** Two tallies of different people together. */
export const addTallies = (a: Tally, b: Tally): Tally => mapGenders((gender) => a[gender] + b[gender]);

/** One value for each gender. */
export function mapGenders<T>(make: (gender: Gender) => T): Readonly<Record<Gender, T>> {
  return { woman: make("woman"), man: make("man"), another: make("another"), notStated: make("notStated") };
}

/** Everybody counted, whatever they declare. */
export const totalOf = (tally: Tally): number => GENDERS.reduce((sum, gender) => sum + tally[gender], 0);

/** The base of a share of women: women and men (METHOD §9). */
export const shareBase = (tally: Tally): number => tally.woman + tally.man;

/**
 * Women among women and men, 0 to 1 (METHOD §9); `null` where there is neither, which is not a share of nothing.
 *
 * Show `another` and `notStated` beside it: the share says nothing about them.
 */
export function shareOfWomen(tally: Tally): number | null {
  const base = shareBase(tally);
  return base === 0 ? null : tally.woman / base;
}
