// @ts-check
/** Brings an installation to where it can be served, doing only what is not done yet: each step is told when taken. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { readSetting, removeSetting, writeSetting } from "./app-setting.mjs";
import { ROOT } from "./cluster-place.mjs";
import { compressAssets } from "./compress-assets.mjs";
import { hashOf, unlessFresh } from "./freshness.mjs";
import { onDatabase } from "./open-database.mjs";
import { runProgram } from "./run-program.mjs";

/** @typedef {(line: string) => void} Say */

const QUIETLY = { quiet: true };
const GENERATED = "app/generated/";
/** AppSetting keys of ours; the loaders keep their own beside them. */
const REFERENCE_FILES = "referenceFiles";
const DEMO = "demo";
const DEMO_UNDER_WAY = "demoUnderWay";
const DEMO_DECLINED = "declined";

const SOURCES = [
  "app",
  "emails",
  "public",
  "prisma/schema",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
];

/**
 * Generates the database client where the schema changed.
 *
 * @param {Say} say
 */
export const prepareClient = (say) =>
  unlessFresh(`${GENERATED}schema.sha256`, hashOf(["prisma/schema", "package-lock.json"]), async () => {
    say("Generating the database client.");
    await runProgram(["prisma/cli.mjs", "generate"], {}, QUIETLY);
  });

/**
 * Builds the app where its sources changed.
 *
 * @param {Say} say
 */
export function prepareBuild(say) {
  const hash = hashOf(SOURCES, (path) => !path.startsWith(GENERATED));
  return unlessFresh("build/sources.sha256", hash, async () => {
    say("Building the app.");
    const builder = "node_modules/@remix-run/dev/dist/cli.js";
    await runProgram([builder, "vite:build", "--logLevel", "warn"], { NODE_ENV: "production" }, QUIETLY);
    compressAssets(join(ROOT, "build/client"));
  });
}

/**
 * Brings the database to the newest schema and reference data and, on the very first run, loads the demo.
 *
 * @param {string} url
 * @param {{ say: Say, demo: boolean }} options `demo`: whether an installation that is new gets the demo
 */
export async function prepareDatabase(url, { say, demo }) {
  await migrate(url, say);
  await loadReference(url, say);
  await loadDemo(url, say, demo);
}

/**
 * @param {string} url
 * @param {Say} say
 */
async function migrate(url, say) {
  const folders = readdirSync(join(ROOT, "prisma/migrations"), { withFileTypes: true });
  const wanted = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const applied = await appliedMigrations(url);
  if (wanted.every((name) => applied.has(name))) return;
  say("Bringing the database up to date.");
  await runProgram(["prisma/cli.mjs", "migrate", "deploy"], { DATABASE_URL: url }, QUIETLY);
  await runMigrations({ connectionString: url });
}

/**
 * @param {string} url
 * @returns {Promise<Set<string>>}
 */
const appliedMigrations = (url) =>
  onDatabase(url, async (client) => {
    const tables = await client.query(
      "select to_regclass('public._prisma_migrations') as ours, to_regclass('graphile_worker.migrations') as jobs",
    );
    if (!tables.rows[0]?.ours || !tables.rows[0]?.jobs) return new Set();
    const { rows } = await client.query(
      "select migration_name from public._prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    return new Set(rows.map((row) => String(row.migration_name)));
  });

/**
 * @param {string} url
 * @param {Say} say
 */
async function loadReference(url, say) {
  const isDemo = (/** @type {string} */ path) => path.includes("demo");
  const hash = hashOf(["prisma/seed"], (path) => !isDemo(path));
  if ((await readSetting(url, REFERENCE_FILES)) === hash) return;
  say("Loading the reference data.");
  await runSeed(url, "prisma/seed/load-reference.command.ts");
  await writeSetting(url, REFERENCE_FILES, hash);
}

/**
 * @param {string} url
 * @param {Say} say
 * @param {boolean} wanted
 */
async function loadDemo(url, say, wanted) {
  if (await readSetting(url, DEMO_UNDER_WAY)) {
    say("The demo was cut short while it was loaded. `npm run db:reset` starts afresh.");
    return;
  }
  if (await readSetting(url, DEMO)) return;
  if (!wanted) {
    await writeSetting(url, DEMO, DEMO_DECLINED);
    return;
  }
  say("Loading the demo: one year in the life of the programme, with invented people.");
  await writeSetting(url, DEMO_UNDER_WAY, "yes");
  await runSeed(url, "prisma/seed/load-demo.command.ts");
  if (!(await readSetting(url, DEMO))) await writeSetting(url, DEMO, "loaded");
  await removeSetting(url, DEMO_UNDER_WAY);
}

/**
 * Whether a demo was begun and never finished.
 *
 * @param {string} url
 */
export async function demoWasCutShort(url) {
  return (await appliedMigrations(url)).size > 0 && (await readSetting(url, DEMO_UNDER_WAY)) !== undefined;
}

/**
 * Takes everything out of a database: the tables, and those of the jobs.
 *
 * @param {string} url
 */
export const emptyDatabase = (url) =>
  onDatabase(url, (client) =>
    client.query(
      "drop schema if exists public cascade; drop schema if exists graphile_worker cascade; create schema public",
    ),
  );

/**
 * @param {string} url
 * @param {string} script
 */
function runSeed(url, script) {
  if (!existsSync(join(ROOT, script))) throw new Error(`${script} is missing.`);
  return runProgram(["--import", "tsx", script], { DATABASE_URL: url }, QUIETLY);
}
