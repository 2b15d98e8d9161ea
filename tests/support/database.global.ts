import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { ensureCluster } from "#app/platform/cluster.mjs";

const MIGRATIONS = "prisma/migrations";
const REFERENCE = "prisma/seed";

/** Starts the test cluster and makes, once per state of the migrations, the template that workers copy. */
export default async function setUp() {
  const cluster = await ensureCluster({ name: "test", fast: true });
  const scripts = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(`${MIGRATIONS}/${entry.name}/migration.sql`, "utf8"))
    .toSorted();
  const hash = createHash("sha256")
    .update([...scripts, ...referenceFiles()].join("\n"))
    .digest("hex")
    .slice(0, 16);
  const template = `template_${hash}`;
  const admin = new pg.Client({ connectionString: `${cluster.url}postgres` });
  await admin.connect();
  try {
    const known = await admin.query("select 1 from pg_database where datname = $1", [template]);
    if (known.rowCount === 0) await makeTemplate(admin, cluster.url, template, scripts);
  } finally {
    await admin.end();
  }
  process.env.CADRE_TEST_CLUSTER = cluster.url;
  process.env.CADRE_TEST_TEMPLATE = template;
}

/** What the reference data is made of: when it changes, so does the template. */
const referenceFiles = () =>
  [REFERENCE, `${REFERENCE}/reference`].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${folder}/${entry.name}`, "utf8")),
  );

async function makeTemplate(admin: pg.Client, url: string, template: string, scripts: readonly string[]) {
  const making = `making_${template}`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making}`);
  const client = new pg.Client({ connectionString: url + making });
  await client.connect();
  for (const script of scripts) await client.query(script);
  await client.end();
  await runMigrations({ connectionString: url + making });
  await loadReferenceInto(url + making);
  await admin.query(`alter database ${making} rename to ${template}`);
}

async function loadReferenceInto(url: string) {
  process.env.DATABASE_URL = url;
  process.env.CADRE_SECRET = "a secret for tests only, long enough to pass";
  const { loadReference } = await import("#prisma/seed/load-reference.ts");
  const { disconnectDatabase } = await import("#app/platform/database.server.ts");
  await loadReference();
  await disconnectDatabase();
}
