import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { ensureCluster } from "#app/platform/cluster.mjs";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { listNominations } from "#app/selection/nomination-list.queries.server.ts";
import { type ListFilter, listFilterSchema } from "#app/selection/nomination-list.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { copyTemplate, ensureTemplate, TEST_SECRET } from "#tests/support/template.ts";
import { fillNominations } from "./nomination-world.ts";

/**
 * `npm run bench:nominations`: how fast the secretariat's list answers at 100,000 nominations, whatever it is
 * narrowed by, and how deep one has paged. Database and load share this machine.
 */
const SIZE = 100_000;
const AIM = 80;
const TIMES = 40;
/** Asked before measuring: a server that has answered before is what people meet. */
const WARM_UP = 10;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const percentile = (took: readonly number[], share: number) =>
  took.toSorted((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;

/** A page somewhere in the middle: so many pages from the first. */
async function deepInside(pages: number): Promise<Partial<ListFilter>> {
  let after: string | undefined;
  for (let n = 0; n < pages; n += 1)
    after = (await listNominations(listFilterSchema.parse({ after }))).older ?? after;
  return { after };
}

async function measure(what: string, asked: Partial<ListFilter>) {
  const filter = listFilterSchema.parse(asked);
  const { value, queries } = await countQueries(() => listNominations(filter));
  for (let n = 0; n < WARM_UP; n += 1) await listNominations(filter);
  const took: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    await listNominations(filter);
    took.push(performance.now() - began);
  }
  const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
  const held = p95 < AIM ? "✓" : "✗";
  const cells = [what.padEnd(34), String(value.total).padStart(7), String(queries).padStart(4)];
  say(
    `${cells.join("  ")}  ${p50.toFixed(1).padStart(6)}  ${p95.toFixed(1).padStart(6)}  ${held} under ${AIM} ms`,
  );
  return took;
}

async function run() {
  const cluster = await ensureCluster({ name: "bench", say });
  try {
    const template = await ensureTemplate(cluster, "reference");
    const own = await copyTemplate(cluster.url, template, `bench_${randomBytes(4).toString("hex")}`);
    try {
      Object.assign(process.env, { DATABASE_URL: own.url, CADRE_SECRET: TEST_SECRET, LOG_LEVEL: "silent" });
      const began = performance.now();
      await fillNominations(SIZE);
      say(`Filled ${SIZE} nominations in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
      say(`${"the list, narrowed by".padEnd(34)}    found  sent     p50     p95`);
      const all = [
        await measure("nothing, first page", {}),
        await measure("nothing, 200 pages deep", await deepInside(200)),
        await measure("a state", { state: "FR" }),
        await measure("a stage", { stage: "screenedIn" }),
        await measure("a rare stage", { stage: "appointed" }),
        await measure("a gender", { gender: "woman" }),
        await measure("a kind of post", { roleKind: "forceCommander" }),
        await measure("state, stage, gender and post", {
          ...{ state: "FR", stage: "consented", gender: "woman", roleKind: "forceCommander" },
        }),
        await measure("a rare name", { name: "okonkwo 808" }),
        await measure("a common name", { name: "diallo" }),
        await measure("a name and a state", { name: "diallo", state: "FR" }),
        await measure("two letters", { name: "li" }),
        await measure("one Chinese character", { name: "陳" }),
        await measure("an Arabic name", { name: "الزهراء" }),
        await measure("a name nobody has", { name: "zzyzx" }),
      ].flat();
      say(
        `all of them: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms`,
      );
    } finally {
      await disconnectDatabase();
      await own.drop();
    }
  } finally {
    cluster.stop();
  }
}

await run();
