// @ts-check
/** Runs a TypeScript command of the project against its database: `node app/platform/run.command.mjs FILE ARGUMENTS`. */
import { installDependencies, requireNode } from "./install.mjs";

requireNode();
installDependencies((line) => void process.stdout.write(`${line}\n`));
const { say, withDatabase } = await import("./house.mjs");
const { prepareClient } = await import("./prepare.mjs");
const { runProgram } = await import("./run-program.mjs");

await withDatabase(async () => {
  await prepareClient(say);
  await runProgram(["--import", "tsx", ...process.argv.slice(2)]);
});
