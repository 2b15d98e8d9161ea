import { readdirSync, readFileSync } from "node:fs";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { type Cluster, ensureCluster } from "#app/platform/cluster.mjs";
import { hashOf } from "#app/platform/freshness.mjs";
import { runProgram } from "#app/platform/run-program.mjs";

/** How a database begins: with the reference data only, or with the demo loaded on top. */
export type Beginning = "reference" | "demo";

const MIGRATIONS = "prisma/migrations";
/** Databases of the tests older than this are swept when a template is made. */
const KEPT_HOURS = 12;
/** Any number: whoever holds it is making or sweeping templates. */
const TEMPLATE_LOCK = 7_230_019;

/** The secret under which tests run; sessions and demo accounts are signed with it. */
export const TEST_SECRET = "a secret for tests only, long enough to pass";

/** The cluster of the tests: fast, and worth nothing. */
export const testCluster = () => ensureCluster({ name: "test", fast: true });

/** What decides how a fresh database looks; the demo is loaded through the use cases, so all of the app counts. */
function fingerprint(beginning: Beginning): string {
  const sources =
    beginning === "demo" ? ["prisma", "app", "emails"] : [MIGRATIONS, "prisma/seed", "prisma/schema"];
  const counts = (path: string) =>
    !path.startsWith("app/generated/") && (beginning === "demo" || !path.includes("demo"));
  return hashOf(sources, counts).slice(0, 16);
}

/**
 * The name of a database that holds a beginning, for others to be copied from it; made once for each state of the
 * files that decide how it looks.
 */
export async function ensureTemplate(cluster: Pick<Cluster, "url">, beginning: Beginning): Promise<string> {
  const name = `template_${beginning}_${fingerprint(beginning)}`;
  await administer(cluster.url, async (admin) => {
    await admin.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const known = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (known.rowCount !== 0) return;
    await sweepTemplates(admin);
    const making = `making_${beginning}`;
    await admin.query(`drop database if exists ${making} with (force)`);
    if (beginning === "demo") await fillWithDemo(admin, cluster, making);
    else await fillWithReference(admin, cluster, making);
    await admin.query(`alter database ${making} rename to ${name}`);
  });
  return name;
}

async function fillWithReference(admin: pg.Client, cluster: Pick<Cluster, "url">, database: string) {
  await admin.query(`create database ${database}`);
  const url = cluster.url + database;
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  await withClient(url, async (client) => {
    for (const name of folders.map((entry) => entry.name).toSorted()) {
      await client.query(readFileSync(`${MIGRATIONS}/${name}/migration.sql`, "utf8"));
    }
  });
  await runMigrations({ connectionString: url });
  await runSeed("prisma/seed/load-reference.command.ts", url);
}

async function fillWithDemo(admin: pg.Client, cluster: Pick<Cluster, "url">, database: string) {
  const reference = `template_reference_${fingerprint("reference")}`;
  const known = await admin.query("select 1 from pg_database where datname = $1", [reference]);
  if (known.rowCount === 0) await fillWithReference(admin, cluster, database);
  else await admin.query(`create database ${database} template ${reference}`);
  await runSeed("prisma/seed/load-demo.command.ts", cluster.url + database);
}

const runSeed = (script: string, url: string) =>
  runProgram(["--import", "tsx", script], {
    DATABASE_URL: url,
    CADRE_SECRET: TEST_SECRET,
    CADRE_ENV: "development",
    LOG_LEVEL: "warn",
  });

/** Drops templates of earlier states of the files, and what killed runs left: both pile up while people work. */
async function sweepTemplates(admin: pg.Client) {
  const { rows } = await admin.query(
    `select datname from pg_database where datname ~ '^(template|worker|e2e)_'
       and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - make_interval(hours => $1)`,
    [KEPT_HOURS],
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
}

/** Makes a database from a template; `drop` takes it away, whoever is still connected. */
export async function copyTemplate(clusterUrl: string, template: string, name: string) {
  await administer(clusterUrl, (admin) => admin.query(`create database ${name} template ${template}`));
  return {
    url: clusterUrl + name,
    drop: () =>
      administer(clusterUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  };
}

const administer = <T>(clusterUrl: string, work: (admin: pg.Client) => Promise<T>) =>
  withClient(`${clusterUrl}postgres`, work);

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
