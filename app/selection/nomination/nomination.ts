/** Least and most characters of a state's statement on its nominee. */
export const STATEMENT_LENGTH = { least: 100, most: 4000 } as const;
