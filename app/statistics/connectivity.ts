/** Which ratings can be compared with which. */
export interface Components {
  readonly count: number;
  /** Component of each subject, from 0; null for a subject nobody rated. */
  readonly ofSubject: readonly (number | null)[];
  /** Component of each rater; null for a rater who rated nobody. */
  readonly ofRater: readonly (number | null)[];
}

/**
 * Connected components of the graph in which a subject and a rater are joined by a rating.
 *
 * Between two components severity and ability cannot be told apart (Weeks & Williams 1964, Technometrics 6:319–324;
 * Linacre's "subset connectedness"). Components are numbered in the order of their first subject.
 *
 * @param ratings subjects × raters; anything but null or undefined is a rating
 */
export function components(ratings: readonly (readonly (number | null)[])[]): Components {
  const raters = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const parent = Array.from({ length: raters }, (_, rater) => rater);
  const root = (rater: number): number => {
    const above = parent[rater] ?? rater;
    return above === rater ? rater : root(above);
  };
  const ratersOf = ratings.map((row) =>
    row.flatMap((value, rater) => ((value ?? null) === null ? [] : [rater])),
  );
  for (const [first, ...others] of ratersOf) {
    if (first !== undefined) for (const other of others) parent[root(other)] = root(first);
  }
  const number = new Map<number, number>();
  const ofSubject = ratersOf.map(([first]) => {
    if (first === undefined) return null;
    const key = root(first);
    const known = number.get(key) ?? number.size;
    number.set(key, known);
    return known;
  });
  return {
    count: number.size,
    ofSubject,
    ofRater: parent.map((_, rater) => number.get(root(rater)) ?? null),
  };
}
