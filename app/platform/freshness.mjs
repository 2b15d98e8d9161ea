// @ts-check
/** Whether something made from files is still what those files say: a hash of them is kept beside it. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./cluster-place.mjs";

/**
 * A hash of files and of all files below folders, by path and content. A path that is not there counts as empty.
 *
 * @param {readonly string[]} paths relative to the project
 * @param {(path: string) => boolean} [counts] which files count
 */
export function hashOf(paths, counts = () => true) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesBelow).filter(counts)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .toSorted()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

/**
 * Makes something anew unless its stamp already bears the hash.
 *
 * @param {string} stamp relative to the project
 * @param {string} hash
 * @param {() => Promise<void>} make
 */
export async function unlessFresh(stamp, hash, make) {
  const file = join(ROOT, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === hash) return;
  rmSync(file, { force: true });
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
