// @ts-check
/** What Cadre asks of a PostgreSQL server beside its tables. */
import pg from "pg";
import { onDatabase } from "./open-database.mjs";

/** Names are compared by trigrams, and found whatever their accents; spans of time are kept apart for each person. */
const EXTENSIONS = ["pg_trgm", "unaccent", "btree_gist"];

/** SQLSTATEs: the user may not create one; the server does not have its files. */
const WITHOUT_RIGHT = "42501";
const NOT_INSTALLED = new Set(["58P01", "0A000"]);

/**
 * Creates the extensions that are missing. The owner of a database may, for both are trusted; where the user of
 * DATABASE_URL is not, nothing is begun and the error says what an administrator has to do.
 *
 * @param {string} url
 */
export const ensureExtensions = (url) =>
  onDatabase(url, async (client) => {
    for (const name of EXTENSIONS) {
      try {
        await client.query(`create extension if not exists ${name}`);
      } catch (error) {
        throw new Error(whatToDo(name, error), { cause: error });
      }
    }
  });

/**
 * @param {string} name
 * @param {unknown} error
 */
function whatToDo(name, error) {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  const all = EXTENSIONS.map((each) => `create extension if not exists ${each};`).join(" ");
  if (code === WITHOUT_RIGHT)
    return `The user of DATABASE_URL may not create the extension ${name}. Have an administrator of the server run, in this database: ${all} Then start again.`;
  if (code && NOT_INSTALLED.has(code))
    return `The PostgreSQL server has no extension ${name}. Install its contrib modules (postgresql-contrib), then start again.`;
  return `The extension ${name} could not be created: ${error instanceof Error ? error.message : error}`;
}
