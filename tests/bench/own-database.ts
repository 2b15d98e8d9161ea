import { randomBytes } from "node:crypto";
import { ensureCluster } from "#app/platform/cluster.mjs";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { copyTemplate, ensureTemplate, TEST_SECRET } from "#tests/support/template.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Does `work` on a database of its own that holds the reference data and writes through to the disk, as a real one does;
 * it is gone afterwards.
 */
export async function onOwnDatabase(work: (databaseUrl: string) => Promise<void>) {
  const cluster = await ensureCluster({ name: "bench", say });
  try {
    const template = await ensureTemplate(cluster, "reference");
    const own = await copyTemplate(cluster.url, template, `bench_${randomBytes(4).toString("hex")}`);
    try {
      Object.assign(process.env, { DATABASE_URL: own.url, CADRE_SECRET: TEST_SECRET, LOG_LEVEL: "silent" });
      await work(own.url);
    } finally {
      await disconnectDatabase();
      await own.drop();
    }
  } finally {
    cluster.stop();
  }
}
