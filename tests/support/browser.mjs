// @ts-check
/** The browser of the tests: a Chromium that is on the machine, or one installed for them. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What keeps the browser from asking its maker anything, and lets root start it. */
export const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The browser's program: the one CADRE_CHROMIUM names, Playwright's own, or one that is installed.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CADRE_CHROMIUM ?? "", chromium.executablePath(), ...installed, ...PLACES];
  return candidates.find((path) => path !== "" && isProgram(path));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the browser or installs one: from Debian's packages where we are root there, else Playwright's download.
 *
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("No Chromium here: installing Debian's (apt-get install chromium).");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], env);
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], env);
  } else {
    say("No Chromium here: installing Playwright's own (playwright install chromium).");
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], process.env);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error("No Chromium could be installed. Install one, or name it in CADRE_CHROMIUM.");
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
const run = (program, args, env) =>
  void spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"], env });
