// @ts-check
/** `npm run bench`, `npm run bench:sheets`, `npm run bench:balance`: installs and builds what is missing or stale, then measures. */
import { installDependencies, requireNode } from "../../app/platform/install.mjs";

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

requireNode();
installDependencies(say, { development: true });
const { prepareBuild, prepareClient } = await import("../../app/platform/prepare.mjs");
const { runProgram } = await import("../../app/platform/run-program.mjs");

// In a terminal Ctrl-C reaches the program that measures too: it cleans up, and then this one goes.
process.on("SIGINT", () => {});
try {
  await prepareClient(say);
  await prepareBuild(say);
  await runProgram(["--import", "tsx", `tests/bench/${process.argv[2] ?? "run"}.ts`], {
    NODE_ENV: "production",
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
