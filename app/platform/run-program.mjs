// @ts-check
/** Running the project's own programs one after another, so that none outlives the command that asked for it. */
import { spawn } from "node:child_process";
import { ROOT } from "./cluster-place.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a script of the project (or of a dependency) and waits for it; its output is shown.
 *
 * @param {readonly string[]} args what Node is given: the script and its arguments
 * @param {Record<string, string | undefined>} [environment] added to ours
 */
export function runProgram(args, environment = {}) {
  return new Promise((/** @type {(value?: undefined) => void} */ resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(`${args.at(-1)} ended with ${signal ?? code}.`));
    });
  });
}

/** Ends the programs still running. */
export function endPrograms() {
  for (const child of running) child.kill("SIGTERM");
}
