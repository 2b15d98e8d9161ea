/** Ratings as Krippendorff's α sees them: only units with two ratings or more, each value by its place among the distinct ones. */
export interface CodedUnits {
  /** The distinct values, ascending. */
  readonly values: Float64Array;
  /** Codes (places in `values`) of all units, one unit after the other. */
  readonly codes: Int32Array;
  /** Where in `codes` each unit begins; one more entry than units. */
  readonly starts: Int32Array;
  /** Number of each unit in the table it came from. */
  readonly units: Int32Array;
}

/** Turns ratings, raters × units with null for not rated, into coded units; units with fewer than two ratings drop out. */
export function codeUnits(ratings: readonly (readonly (number | null)[])[]): CodedUnits {
  const width = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const pairable = Array.from({ length: width }, (_, unit) => ({
    unit,
    rated: ratings.map((row) => row[unit] ?? null).filter((value) => value !== null),
  })).filter(({ rated }) => rated.length >= 2);
  const all = pairable.flatMap(({ rated }) => rated);
  const values = Float64Array.from(new Set(all)).sort();
  const place = new Map(Array.from(values, (value, code) => [value, code]));
  const starts = new Int32Array(pairable.length + 1);
  pairable.forEach(({ rated }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + rated.length;
  });
  return {
    values,
    codes: Int32Array.from(all, (value) => place.get(value) ?? 0),
    starts,
    units: Int32Array.from(pairable, ({ unit }) => unit),
  };
}
