import { randomBytes } from "node:crypto";
import { ensureCluster } from "#app/platform/cluster.mjs";
import { serveBuilt } from "#tests/support/serve-built.ts";
import { copyTemplate, ensureTemplate, TEST_SECRET } from "#tests/support/template.ts";
import { measure } from "./measure.ts";
import { fill } from "./sizes.ts";

/**
 * `npm run bench`: how fast the built app answers on a database filled to size. The database writes through to the
 * disk, as a real one does. Server, database and load share this machine.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What is to be undone at the end, the last first. */
const steps: (() => unknown)[] = [];
let ended: Promise<void> | undefined;
const end = () => {
  ended ??= steps.reduceRight(
    (before, step) => before.then(async () => void (await step())),
    Promise.resolve(),
  );
  return ended;
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => void end().finally(() => process.exit(130)));
}

async function run() {
  const cluster = await ensureCluster({ name: "bench", say });
  steps.push(cluster.stop);
  const template = await ensureTemplate(cluster, "reference");
  const own = await copyTemplate(cluster.url, template, `bench_${randomBytes(4).toString("hex")}`);
  steps.push(own.drop);
  process.env.DATABASE_URL = own.url;
  process.env.CADRE_SECRET = TEST_SECRET;
  say("Filling a database.");
  const world = await fill();
  const server = await serveBuilt(own.url);
  steps.push(server.stop);
  await measure(server.url, world, say);
}

await run().finally(end);
