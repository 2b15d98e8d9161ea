import { ensureTemplate, testCluster } from "./template.ts";

/** Starts the test cluster and sees to the template that workers copy; at the end the cluster stops. */
export default async function setUp() {
  const cluster = await testCluster();
  process.env.CADRE_TEST_CLUSTER = cluster.url;
  process.env.CADRE_TEST_TEMPLATE = await ensureTemplate(cluster, "reference");
  return cluster.stop;
}
