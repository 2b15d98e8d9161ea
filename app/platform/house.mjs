// @ts-check
/** From a folder with its dependencies to a served page, and back down in order when it is told to stop. */

import { fillEnvironment, isReal, wantsDemo } from "./environment.mjs";
import { openDatabase } from "./open-database.mjs";
import { demoWasCutShort, emptyDatabase, prepareBuild, prepareClient, prepareDatabase } from "./prepare.mjs";
import { endPrograms } from "./run-program.mjs";
import { signInHint, whoIsThere } from "./sign-in-hint.mjs";

/** What a program that was stopped before its work was done ends with. */
const INTERRUPTED = 130;
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** @typedef {(line: string) => void} Say */

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Runs `work` with the database open, and closes it whatever happens: at the end, on Ctrl-C, after a fault.
 *
 * @param {(opened: { url: string, embedded: boolean }, atEnd: (step: () => Promise<void>) => void) => Promise<void>} work
 *   `atEnd` registers what is to be stopped before the database; once something is, the program stays until told
 */
export async function withDatabase(work) {
  /** @type {(() => Promise<void> | void)[]} */
  const steps = [];
  let stays = false;
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) process.exit(code);
    ending = true;
    endPrograms();
    for (const step of steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        tell(error);
      }
    }
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, () => void end(stays ? 0 : INTERRUPTED));
  process.on("uncaughtException", (error) => {
    tell(error);
    void end(1);
  });
  try {
    fillEnvironment();
    const opened = await openDatabase(say);
    steps.push(opened.stop);
    process.env.DATABASE_URL = opened.url;
    await work(opened, (step) => {
      stays = true;
      steps.push(step);
    });
    if (!stays) await end(0);
  } catch (error) {
    if (ending) return;
    tell(error);
    await end(1);
  }
}

/** @param {unknown} error */
const tell = (error) =>
  process.stderr.write(`\n${error instanceof Error && !process.env.DEBUG ? error.message : String(error)}\n`);

/**
 * Prepares everything and serves: the built app, or with `development` the sources with hot reload.
 *
 * @param {{ development: boolean }} options
 */
export const serveHouse = ({ development }) =>
  withDatabase(async ({ url, embedded }, atEnd) => {
    await prepareClient(say);
    if (embedded && (await demoWasCutShort(url))) {
      say("The demo was cut short while it was loaded: starting afresh.");
      await emptyDatabase(url);
    }
    await prepareDatabase(url, { say, demo: wantsDemo() });
    if (!development) await prepareBuild(say);
    const { serve } = await import("./serve.mjs");
    const running = await serve({ port: Number(process.env.PORT || 3000), say, development });
    atEnd(running.stop);
    const address = process.env.CADRE_URL;
    say(`\nCadre is at ${address}`);
    say(signInHint(address ?? "", await whoIsThere(url), isReal()));
    say("Ctrl-C stops it.");
  });
