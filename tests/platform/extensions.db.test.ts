import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureExtensions } from "#app/platform/extensions.mjs";
import { onDatabase } from "#app/platform/open-database.mjs";

const cluster = process.env.CADRE_TEST_CLUSTER ?? "";
const name = `without_extensions_${randomBytes(4).toString("hex")}`;

/** The database as somebody sees it who may connect and nothing else. */
const asGuest = () => {
  const url = new URL(cluster + name);
  url.username = name;
  url.password = "guest";
  return url.href;
};
const administer = (database: string, ...statements: readonly string[]) =>
  onDatabase(cluster + database, async (admin) => {
    for (const statement of statements) await admin.query(statement);
  });

beforeAll(() =>
  administer("postgres", `create database ${name}`, `create role ${name} login password 'guest'`),
);
afterAll(() => administer("postgres", `drop database ${name} with (force)`, `drop role ${name}`));

describe("the extensions of the database", () => {
  it("are asked of an administrator, in words to be run, where the user may not create them", async () => {
    await expect(ensureExtensions(asGuest())).rejects.toThrow(
      /administrator.*create extension if not exists pg_trgm; create extension if not exists unaccent;/,
    );
  });

  it("are enough where somebody else has created them, and created once by whoever may", async () => {
    await ensureExtensions(cluster + name);
    await ensureExtensions(cluster + name);
    await ensureExtensions(asGuest());
  });
});
