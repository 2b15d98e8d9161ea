#!/usr/bin/env node
// @ts-check
/**
 * The Prisma command line without its binary download: `node prisma/cli.mjs migrate deploy`. The engine's place is
 * read when the CLI loads, so it is set here, before. Without DATABASE_URL the embedded server is used.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureCluster } from "../app/platform/cluster.mjs";

const here = import.meta.dirname;
const needsDatabase =
  process.argv[2] !== "generate" && process.argv[2] !== "format" && process.argv[2] !== "validate";
const cluster = needsDatabase && !process.env.DATABASE_URL ? await ensureCluster({ name: "postgres" }) : null;
const { status } = spawnSync(
  process.execPath,
  [
    join(here, "../node_modules/prisma/build/index.js"),
    ...process.argv.slice(2),
    "--config",
    join(here, "prisma.config.ts"),
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: join(here, "schema-engine.mjs"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      ...(cluster ? { DATABASE_URL: `${cluster.url}cadre` } : {}),
    },
  },
);
if (cluster && !cluster.adopted) cluster.stop();
process.exit(status ?? 1);
