import { randomBytes } from "node:crypto";
import { serveBuilt } from "./serve-built.ts";
import { type Beginning, copyTemplate, ensureTemplate, testCluster } from "./template.ts";

type TestCluster = Awaited<ReturnType<typeof testCluster>>;

/**
 * Serves the built app twice, each on a database of its own: one holds the demo, the other the reference data alone,
 * as a new installation does. At the end takes all of it away.
 */
export default async function setUp() {
  const cluster = await testCluster();
  const demo = await serveFrom(cluster, "demo");
  const empty = await serveFrom(cluster, "reference");
  process.env.E2E_URL = demo.address;
  process.env.E2E_DATABASE_URL = demo.databaseUrl;
  process.env.E2E_EMPTY_URL = empty.address;
  process.env.E2E_EMPTY_DATABASE_URL = empty.databaseUrl;
  return async () => {
    await Promise.all([demo.stop(), empty.stop()]);
    cluster.stop();
  };
}

async function serveFrom(cluster: TestCluster, beginning: Beginning) {
  const template = await ensureTemplate(cluster, beginning);
  const own = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  const server = await serveBuilt(own.url);
  const stop = async () => {
    await server.stop();
    await own.drop();
  };
  return { address: server.url, databaseUrl: own.url, stop };
}
