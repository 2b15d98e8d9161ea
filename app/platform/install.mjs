// @ts-check
/** What must be there before anything else can be imported: a Node that is new enough, and the dependencies. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Node before 20.11 knows no import.meta.dirname, and must get as far as being refused.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/** Ends the program with a sentence where Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(
    `Cadre needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/**
 * Installs the dependencies that the lock file names, where any is missing or of another version.
 *
 * Install scripts are not run: none is needed, and some would try to download programs from their vendors.
 *
 * @param {(line: string) => void} say
 * @param {{ development?: boolean }} [options] `development`: also what only the tests need
 */
export function installDependencies(say, { development = false } = {}) {
  if (isInstalled(development)) return;
  say("Installing the dependencies: about a minute, once.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if (development) args.push("--include=dev");
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("The dependencies could not be installed; npm says why above.");
}

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Entry */

/** @param {boolean} development */
function isInstalled(development) {
  const wanted = packagesIn(join(ROOT, "package-lock.json"));
  const present = packagesIn(join(ROOT, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || (entry.dev && !development)) return true;
    return present[path]?.version === entry.version;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, Entry>}
 */
function packagesIn(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, "utf8")).packages : {};
}
