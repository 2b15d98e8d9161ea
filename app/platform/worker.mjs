// @ts-check
/** A thread of its own for one long calculation: calls an exported function of a file, and posts what it gives. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 250;

const { root, file, name, input } = workerData;
// What is JavaScript already has nothing to wait for.
if (file.endsWith(".ts")) (await import("tsx/esm/api")).register();
const module = await import(pathToFileURL(join(root, file)).href);
let told = 0;
const report = (/** @type {unknown} */ progress) => {
  const at = Date.now();
  if (at - told < TELL_EVERY_MS) return;
  told = at;
  parentPort?.postMessage({ progress });
};
parentPort?.postMessage({ value: await module[name](input, report) });
