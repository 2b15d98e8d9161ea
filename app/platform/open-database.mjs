// @ts-check
/** The database of this installation: the server that DATABASE_URL names, or the embedded one. */
import pg from "pg";
import { ensureCluster } from "./cluster.mjs";

/** The embedded cluster that holds it, and the database's name there. */
const CLUSTER = "postgres";
const DATABASE = "cadre";

/**
 * Opens the database, making an empty one where the embedded server has none yet.
 *
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ url: string, embedded: boolean, stop: () => void }>} `stop` ends the embedded server unless
 *   another program uses it
 */
export async function openDatabase(say) {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, embedded: false, stop: () => {} };
  const cluster = await ensureCluster({ name: CLUSTER, say });
  await onDatabase(`${cluster.url}postgres`, async (client) => {
    const known = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (known.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
  return { url: cluster.url + DATABASE, embedded: true, stop: cluster.stop };
}

/**
 * Runs `work` on one connection.
 *
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
