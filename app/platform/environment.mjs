// @ts-check
/** What the environment leaves open, filled in for a first look; a real deployment (CADRE_ENV=production) says it. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./cluster-place.mjs";

/** Whether this is a real deployment. */
export const isReal = () => process.env.CADRE_ENV === "production";

/** What a real deployment must say, and how it looks when said rightly. */
const NEEDED = [
  {
    name: "DATABASE_URL",
    says: "its PostgreSQL, postgresql://user:password@host/database",
    fits: /^postgres(ql)?:\/\//,
  },
  { name: "CADRE_SECRET", says: "32 characters or more, e.g. from `openssl rand -hex 32`", fits: /^.{32,}$/ },
  {
    name: "CADRE_URL",
    says: "the address people reach it at, https:// (http:// for this machine alone)",
    fits: /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/,
  },
  {
    name: "SENDGRID_API_KEY",
    says: "the key that mail leaves with; nobody can sign in without mail",
    fits: /./,
  },
  { name: "MAIL_FROM", says: "the sender's address, one that SendGrid has verified", fits: /^\S+@\S+$/ },
];

/** Fills the environment of this process, and so of every program that it runs. */
export function fillEnvironment() {
  process.env.CADRE_ENV ||= "development";
  process.env.LOG_LEVEL ||= isReal() ? "info" : "warn";
  if (isReal()) refuseUnfit();
  process.env.CADRE_SECRET ||= keptSecret();
}

/** Everything that is missing or unfit is told at once, before a database is opened. */
function refuseUnfit() {
  const unfit = NEEDED.filter(({ name, fits }) => !fits.test(process.env[name] ?? ""));
  if (unfit.length === 0) return;
  const lines = unfit.map(({ name, says }) => `  ${name}: ${says}`);
  throw new Error(`CADRE_ENV=production needs:\n${lines.join("\n")}`);
}

/** A secret made once for this folder, so that people stay signed in over a restart. */
function keptSecret() {
  const file = join(ROOT, ".data/secret");
  if (!existsSync(file)) {
    mkdirSync(join(ROOT, ".data"), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * Whether a new installation is to have the demo: `--no-demo` after `npm start --` or right after `npm start`
 * (npm then tells it by a variable), or CADRE_DEMO=0, say no; a real deployment never has it.
 */
export function wantsDemo() {
  const { CADRE_DEMO, npm_config_demo } = process.env;
  if (isReal() || process.argv.includes("--no-demo") || CADRE_DEMO === "0") return false;
  return npm_config_demo !== "" && npm_config_demo !== "false";
}
