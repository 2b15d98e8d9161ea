// @ts-check
/** Who uses a cluster: programs note themselves beside its data, and take turns in starting and stopping it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 120_000;
/** A lock older than this was left by a program whose number another has by now. */
const STALE_MS = 90_000;

let entries = 0;

/**
 * Notes this process among the users of the cluster.
 *
 * @param {string} data
 * @returns {() => void} takes the note back
 */
export function enter(data) {
  mkdirSync(`${data}.users`, { recursive: true });
  entries += 1;
  const note = join(`${data}.users`, `${process.pid}-${entries}`);
  writeFileSync(note, "");
  return () => rmSync(note, { force: true });
}

/**
 * The notes of living programs; those of dead ones are swept.
 *
 * @param {string} data
 */
export function users(data) {
  const folder = `${data}.users`;
  const notes = existsSync(folder) ? readdirSync(folder) : [];
  return notes.filter((note) => {
    const alive = isAlive(Number.parseInt(note, 10));
    if (!alive) rmSync(join(folder, note), { force: true });
    return alive;
  });
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Keeps two programs from starting or stopping the same cluster at once.
 *
 * @param {string} data
 * @returns {Promise<() => void>}
 */
export async function lock(data) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(50)) {
    const unlock = tryLock(data);
    if (unlock) return unlock;
  }
  throw new Error(`Another program has been starting the database for two minutes; see ${data}.lock.`);
}

/**
 * The same without giving way to other work: for the end of a program.
 *
 * @param {string} data
 * @returns {() => void}
 */
export function lockNow(data) {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; Atomics.wait(sleeper, 0, 0, 50)) {
    const unlock = tryLock(data);
    if (unlock) return unlock;
  }
  return () => {};
}

/** @param {string} data */
function tryLock(data) {
  const file = `${data}.lock`;
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return () => rmSync(file, { force: true });
  } catch {
    if (isStale(file)) rmSync(file, { force: true });
    return null;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    return (holder > 0 && !isAlive(holder)) || Date.now() - statSync(file).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}
