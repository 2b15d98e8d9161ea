import { afterAll } from "vitest";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { copyTemplate, TEST_SECRET } from "./template.ts";

const cluster = process.env.CADRE_TEST_CLUSTER;
const template = process.env.CADRE_TEST_TEMPLATE;
if (!cluster || !template) throw new Error("The test cluster was not started.");

/** Runs before each file: modules outlive a file, so its database has the address that the last one's had. */
const own = await copyTemplate(cluster, template, `worker_${process.pid}`);
process.env.DATABASE_URL = own.url;
process.env.CADRE_SECRET = TEST_SECRET;
process.env.LOG_LEVEL = "silent";

/** From pg 9 on this is refused: where it happens, the tests fail today. */
const refuse = (warning: Error) => {
  if (warning.message.includes("client.query()")) throw warning;
};
process.on("warning", refuse);

afterAll(async () => {
  process.off("warning", refuse);
  await disconnectDatabase();
  await own.drop();
});
