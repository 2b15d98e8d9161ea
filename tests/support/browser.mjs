// @ts-check
/** The browser of the tests: a Chromium that is on the machine, or one installed for them. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** Where a Mac keeps them, for everybody or for one person. */
const PLACES = ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
  ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
    join(folder, `${name}.app/Contents/MacOS/${name}`),
  ),
);

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
 * Finds the browser or installs one: from the system's packages where it is Debian's kind and we are root or may be
 * without a password, else (a Mac, a plain user) Playwright's download into that user's cache.
 *
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  const asRoot = rootsPrefix();
  if (asRoot && existsSync("/usr/bin/apt-get")) {
    say("No Chromium here: installing Debian's (apt-get install chromium).");
    const apt = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"];
    run([...apt, "update"]);
    run([...apt, "install", "--no-install-recommends", "chromium"]);
  }
  if (!findChromium()) {
    say("No Chromium here: installing Playwright's own (playwright install chromium).");
    run([process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "No Chromium could be installed. Install Chromium or Chrome by hand, or name its program in CADRE_CHROMIUM.",
  );
}

/**
 * What goes before a command to run it as root without being asked anything; undefined where that cannot be.
 *
 * @returns {readonly string[] | undefined}
 */
function rootsPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

/** @param {readonly string[]} command */
const run = ([program = "", ...args]) =>
  void spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
