// @ts-check
/** Facts about an installation, kept in its database (table AppSetting), read before the app itself can run. */
import { onDatabase } from "./open-database.mjs";

/**
 * @param {string} url
 * @param {string} key
 * @returns {Promise<string | undefined>}
 */
export const readSetting = (url, key) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query('select value from "AppSetting" where key = $1', [key]);
    return rows[0]?.value;
  });

/**
 * @param {string} url
 * @param {string} key
 * @param {string} value
 */
export const writeSetting = (url, key, value) =>
  onDatabase(url, (client) =>
    client.query(
      `insert into "AppSetting" (key, value, "updatedAt") values ($1, $2, now())
       on conflict (key) do update set value = excluded.value, "updatedAt" = now()`,
      [key, value],
    ),
  );

/**
 * @param {string} url
 * @param {string} key
 */
export const removeSetting = (url, key) =>
  onDatabase(url, (client) => client.query('delete from "AppSetting" where key = $1', [key]));
