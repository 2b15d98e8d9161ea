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
 * @param {{ quiet?: boolean }} [options] `quiet`: its output is shown only where it fails
 */
export function runProgram(args, environment = {}, { quiet = false } = {}) {
  return new Promise((/** @type {(value?: undefined) => void} */ resolve, reject) => {
    const output = quiet ? "pipe" : "inherit";
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      stdio: ["ignore", output, output],
      env: { ...process.env, ...environment },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    }
    running.add(child);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(`${said}${args.join(" ")} ended with ${signal ?? code}.`));
    });
  });
}

/** Ends the programs still running. */
export function endPrograms() {
  for (const child of running) child.kill("SIGTERM");
}
