// @ts-check
/** Compresses what the browser is sent once, as well as it goes, when the app is built: not on every request. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Text; fonts and pictures are compressed already. */
const TEXT = /\.(?:js|css|svg)$/;
/** A file smaller than a network packet travels no faster for being smaller still. */
const LEAST_BYTES = 1_400;

/**
 * Writes a `.br` and a `.gz` beside every text file of a folder and the folders below.
 *
 * @param {string} folder absolute
 */
export function compressAssets(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compressAssets(path);
    else if (TEXT.test(entry.name)) compress(path);
  }
}

/** @param {string} path */
function compress(path) {
  const bytes = readFileSync(path);
  if (bytes.length < LEAST_BYTES) return;
  writeFileSync(`${path}.br`, brotliCompressSync(bytes));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
