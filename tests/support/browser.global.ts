import { randomBytes } from "node:crypto";
import { serveBuilt } from "./serve-built.ts";
import { copyTemplate, ensureTemplate, testCluster } from "./template.ts";

/** Serves the built app on a database of its own that holds the demo; at the end takes both away. */
export default async function setUp() {
  const cluster = await testCluster();
  const template = await ensureTemplate(cluster, "demo");
  const own = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  const server = await serveBuilt(own.url);
  process.env.E2E_URL = server.url;
  process.env.E2E_DATABASE_URL = own.url;
  return async () => {
    await server.stop();
    await own.drop();
    cluster.stop();
  };
}
