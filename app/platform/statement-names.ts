/** Statements that are given a name: each connection keeps what it has prepared, some tens of kilobytes a statement. */
const MOST_NAMED = 500;
/** Statements that are remembered to have been asked once; those that come a single time are most of all different ones. */
const MOST_REMEMBERED = 4000;
/** The name of a statement that is not to be kept. */
const UNNAMED = "";

/**
 * Names for SQL statements, under which PostgreSQL keeps them prepared: to work out how a statement is best answered takes
 * it longer than to answer most of them. A statement gets its name the second time it comes, for the number of values
 * changes the text of some, which then never come again. After `most` names there are no more.
 *
 * @returns gives the name of a statement by its text; empty where it has none
 */
export function statementNames(most = MOST_NAMED): (sql: string) => string {
  const names = new Map<string, string>();
  const once = new Set<string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return UNNAMED;
    if (once.delete(sql)) {
      const name = `s${names.size}`;
      names.set(sql, name);
      return name;
    }
    if (once.size >= MOST_REMEMBERED) once.clear();
    once.add(sql);
    return UNNAMED;
  };
}
