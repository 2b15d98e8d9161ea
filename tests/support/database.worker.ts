import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll } from "vitest";
import { disconnectDatabase } from "#app/platform/database.server.ts";

const cluster = process.env.CADRE_TEST_CLUSTER;
const template = process.env.CADRE_TEST_TEMPLATE;
if (!cluster || !template) throw new Error("The test cluster was not started.");

const name = `worker_${process.env.VITEST_POOL_ID ?? "0"}_${randomBytes(4).toString("hex")}`;

async function administer(statement: string) {
  const client = new pg.Client({ connectionString: `${cluster}postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

await administer(`create database ${name} template ${template}`);
process.env.DATABASE_URL = cluster + name;
process.env.CADRE_SECRET = "a secret for tests only, long enough to pass";
process.env.LOG_LEVEL = "silent";

afterAll(async () => {
  await disconnectDatabase();
  await administer(`drop database if exists ${name} with (force)`);
});
