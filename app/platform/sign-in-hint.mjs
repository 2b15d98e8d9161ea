// @ts-check
/** What the terminal says of signing in: only what this installation has. */
import { onDatabase } from "./open-database.mjs";

/** @typedef {"demo" | "accounts" | "nobody"} Who */

/**
 * Who can sign in: people of the demo, accounts alone, or nobody yet.
 *
 * @param {string} url
 * @returns {Promise<Who>}
 */
export const whoIsThere = (url) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query(
      'select count(*)::int as all, count(*) filter (where demo)::int as demo from "User"',
    );
    if (rows[0].demo > 0) return "demo";
    return rows[0].all > 0 ? "accounts" : "nobody";
  });

/**
 * The next step, in the words of the terminal; a real deployment has neither demo nor outbox.
 *
 * @param {string} address
 * @param {Who} who
 * @param {boolean} real
 * @returns {string}
 */
export function signInHint(address, who, real) {
  const outbox = real ? "" : `\nIts mail is at ${address}/outbox`;
  if (who === "demo" && !real) return `Sign in as anyone of the demo: ${address}/demo${outbox}`;
  if (who !== "nobody") return `Sign in at ${address}/sign-in${outbox}`;
  const account = 'npm run account -- --email ADDRESS --name "NAME" --role secretariat';
  return `Nobody can sign in yet. Open the first account: ${account}${outbox}`;
}
