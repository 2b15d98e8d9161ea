import { type Gender, mapGenders, type Tally } from "./counts.ts";
import { type FigureRow, genderCells } from "./figure.ts";

/** People of one gender who have something in common. */
export interface CountedPeople {
  readonly gender: Gender;
  readonly people: number;
}

/** Counts of people added up by gender. */
export const talliedPeople = (counts: readonly CountedPeople[]): Tally =>
  mapGenders((gender) => counts.reduce((sum, one) => (one.gender === gender ? sum + one.people : sum), 0));

/** A row of people by gender. */
export const rowOf = (key: string, label: string, counts: readonly CountedPeople[]): FigureRow => ({
  ...{ key, label },
  cells: genderCells(talliedPeople(counts)),
});

interface Grouping<Count> {
  readonly keyOf: (count: Count) => string;
  readonly labelOf: (key: string) => string;
  /** The order of the keys that have one; the others follow by their labels. */
  readonly order?: readonly string[];
  readonly locale: string;
}

/** People by what they have in common, one row for each key that anybody has; everybody is in one row. */
export function rowsBy<Count extends CountedPeople>(
  counts: readonly Count[],
  { keyOf, labelOf, order = [], locale }: Grouping<Count>,
): readonly FigureRow[] {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    const group = groups.get(keyOf(count)) ?? [];
    group.push(count);
    groups.set(keyOf(count), group);
  }
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...groups.keys()]
    .toSorted((a, b) => place(a) - place(b) || labelOf(a).localeCompare(labelOf(b), locale))
    .map((key) => rowOf(key, labelOf(key), groups.get(key) ?? []));
}
