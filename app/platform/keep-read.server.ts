import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "./database.server.ts";
import { readAfresh } from "./read-afresh.ts";

/**
 * What this process keeps of the database and brings up to date by what has changed since. Whoever asks gets what was read
 * after they asked; a reading that failed is begun again by the next. Several processes keep each their own, and none can be
 * behind another: each asks the database at every request.
 *
 * @param begin gives the reading for one connection, that has read nothing yet: another database has other rows
 */
export function keptRead<T>(begin: () => () => Promise<T>): () => Promise<T> {
  const readers = new WeakMap<ReturnType<typeof database>, () => Promise<T>>();
  return () => {
    const from = database();
    const read = readers.get(from) ?? readAfresh(begin());
    readers.set(from, read);
    return read();
  };
}

/**
 * Where the rows of a table come from, as text: the run of the server, the database and the table's file. Where it is not what
 * it was, the database was restored beneath this process: the numbers of its transactions begin anew, and nothing that is kept
 * can be brought up to date by them.
 */
export const originSql = (
  table: "MemberFact" | "BalanceFact",
) => Prisma.sql`concat_ws(' ', pg_postmaster_start_time(),
  (SELECT d."oid" FROM pg_database d WHERE d."datname" = current_database()), pg_relation_filenode(${`"${table}"`}::regclass))`;
