import type { TargetSubject } from "./target.ts";

/** Kinds of uniformed personnel as the UN's monthly tables have them, in the order in which they are listed. */
export const UNIFORMED_CATEGORIES = [
  "troops",
  "staffOfficers",
  "expertsOnMission",
  "formedPolice",
  "individualPolice",
  "justiceAndCorrections",
] as const;
export type UniformedCategory = (typeof UNIFORMED_CATEGORIES)[number];

/**
 * What a table breaks down by: mission, state and category, or one of the two alone. Tables of different cuts count the
 * same people, so they are never added up.
 */
export type UniformedCut = "full" | "category" | "state";

/** Women and men of one category; null: of a table that does not tell categories. */
export interface CategoryCount {
  readonly category: UniformedCategory | null;
  readonly women: number;
  readonly men: number;
}

/**
 * The categories behind each target of uniformed personnel. Staff officers and military observers are one target (London
 * communiqué 2016); military observers are published as experts on mission. Police contingents are formed police units.
 */
export const UNIFORMED_SUBJECTS: Partial<Readonly<Record<TargetSubject, readonly UniformedCategory[]>>> = {
  militaryContingents: ["troops"],
  staffAndObservers: ["staffOfficers", "expertsOnMission"],
  policeContingents: ["formedPolice"],
  formedPolice: ["formedPolice"],
  individualPolice: ["individualPolice"],
  justiceAndCorrections: ["justiceAndCorrections"],
};

/** Women and men of some categories together; none given: of everybody. */
export function womenAndMenOf(
  counts: readonly CategoryCount[],
  categories: readonly UniformedCategory[] = [],
): { readonly women: number; readonly men: number } {
  const own = counts.filter(
    ({ category }) => categories.length === 0 || (category !== null && categories.includes(category)),
  );
  return {
    women: own.reduce((sum, { women }) => sum + women, 0),
    men: own.reduce((sum, { men }) => sum + men, 0),
  };
}

/** Women among women and men, 0 to 1; null where there is neither. */
export const shareIn = ({ women, men }: { readonly women: number; readonly men: number }): number | null =>
  women + men === 0 ? null : women / (women + men);

/** The month that a day lies in, as its first day; days are ISO dates. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of a month that is given by any of its days: the day of which the UN's monthly figures are. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
