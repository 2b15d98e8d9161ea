import { ensureTemplate, testCluster } from "./template.ts";

/** Makes the databases that tests are copied from, before anybody waits for them. */
const cluster = await testCluster();
await ensureTemplate(cluster, "reference");
await ensureTemplate(cluster, "demo");
cluster.stop();
