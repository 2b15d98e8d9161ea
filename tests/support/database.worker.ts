import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { copyTemplate, TEST_SECRET } from "./template.ts";

const cluster = process.env.CADRE_TEST_CLUSTER;
const template = process.env.CADRE_TEST_TEMPLATE;
if (!cluster || !template) throw new Error("The test cluster was not started.");

const name = `worker_${process.env.VITEST_POOL_ID ?? "0"}_${randomBytes(4).toString("hex")}`;
const own = await copyTemplate(cluster, template, name);
process.env.DATABASE_URL = own.url;
process.env.CADRE_SECRET = TEST_SECRET;
process.env.LOG_LEVEL = "silent";

/** From pg 9 on this is refused: where it happens, the tests fail today. */
process.on("warning", (warning) => {
  if (warning.message.includes("client.query()")) throw warning;
});

afterAll(async () => {
  await disconnectDatabase();
  await own.drop();
});
