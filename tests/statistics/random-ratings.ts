import fc from "fast-check";

/** A complete table of levels, subjects × raters. */
export const completeRatings = fc
  .record({ subjects: fc.integer({ min: 2, max: 12 }), raters: fc.integer({ min: 2, max: 6 }) })
  .chain(({ subjects, raters }) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: raters, maxLength: raters }), {
      minLength: subjects,
      maxLength: subjects,
    }),
  );

/** The same with gaps. */
export const gappyRatings = completeRatings.chain((table) =>
  fc
    .array(fc.boolean(), { minLength: table.length * 6, maxLength: table.length * 6 })
    .map((gaps) => table.map((row, i) => row.map((value, j) => (gaps[i * 6 + j] ? null : value)))),
);

/** Columns for rows. */
export const turned = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]).filter((value) => value !== undefined));

/** A permutation of 0 … size − 1, drawn by fast-check from one number. */
export const shuffled = <T>(values: readonly T[], key: number): T[] =>
  values
    .map((value, index) => ({ value, at: Math.sin((index + 1) * (key + 1)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
