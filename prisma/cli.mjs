#!/usr/bin/env node
// @ts-check
/**
 * The Prisma command line without its binary download: `node prisma/cli.mjs migrate deploy`. The engine's place is
 * read when the CLI loads, so it is set here, before. Without DATABASE_URL the embedded server is used.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { openDatabase } from "../app/platform/open-database.mjs";

const WITHOUT_DATABASE = new Set(["generate", "format", "validate", "version", "--version", "--help"]);
/** `migrate dev` refuses to work where nobody could answer a question, even when it has none to ask. */
const AS_IF_IN_A_TERMINAL = ["--import", "data:text/javascript,process.stdin.isTTY=true"];

const here = import.meta.dirname;
const args = process.argv.slice(2);
const isDev = args[0] === "migrate" && args[1] === "dev";
const opened = WITHOUT_DATABASE.has(args[0] ?? "--help") ? null : await openDatabase();

/** @param {readonly string[]} command */
function prisma(command) {
  const unattended = isDev && !process.stdin.isTTY;
  const program = join(here, "../node_modules/prisma/build/index.js");
  const { status } = spawnSync(
    process.execPath,
    [
      ...(unattended ? AS_IF_IN_A_TERMINAL : []),
      program,
      ...command,
      "--config",
      join(here, "prisma.config.ts"),
    ],
    {
      stdio: [unattended ? "ignore" : "inherit", "inherit", "inherit"],
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: join(here, "schema-engine.mjs"),
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
        ...(opened ? { DATABASE_URL: opened.url } : {}),
      },
    },
  );
  return status ?? 1;
}

const status = prisma(args) || (isDev ? prisma(["generate"]) : 0);
opened?.stop();
process.exit(status);
