// @ts-check
/**
 * `npm test`: everything that CI holds the project to, in one run that goes on after a failure so that its sum is
 * whole. Each check, and each test of a runner, counts as one. The last line reads `N passed, N failed`.
 */
import { rmSync } from "node:fs";
import { installDependencies, requireNode } from "../../app/platform/install.mjs";

const RESULTS = "tests/results";
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

requireNode();
installDependencies(say, { development: true });
const { ensureCluster } = await import("../../app/platform/cluster.mjs");
const { prepareBuild, prepareClient } = await import("../../app/platform/prepare.mjs");
const { endPrograms } = await import("../../app/platform/run-program.mjs");
const { ensureChromium } = await import("./browser.mjs");
const { check, playwright, vitest } = await import("./run-step.mjs");

/** @typedef {import("./run-step.mjs").Count} Count */

const BIN = "node_modules";
/** @type {readonly (readonly [string, () => Promise<Count>])[]} */
const STEPS = [
  ["The database client", () => check(() => prepareClient(say))],
  ["Types", () => check([`${BIN}/typescript/bin/tsc`, "--noEmit"])],
  ["Lint", () => check([`${BIN}/@biomejs/biome/bin/biome`, "ci", "--colors=off"])],
  ["Unused code and dependencies", () => check([`${BIN}/knip/bin/knip.js`, "--config", "tests/knip.json"])],
  ["Architecture", () => vitest("architecture", ["--project", "unit", "tests/architecture"])],
  [
    "Rules, numbers and messages",
    () => vitest("unit", ["--project", "unit", "--exclude", "tests/architecture/**"]),
  ],
  ["Use cases on a real database", () => vitest("db", ["--project", "db"])],
  ["The build", () => check(() => prepareBuild(say))],
  ["The browser", () => check(async () => void ensureChromium(say))],
  ["Pages in a browser", () => playwright()],
];

rmSync(RESULTS, { recursive: true, force: true });
const cluster = await ensureCluster({ name: "test", fast: true, say });
process.on("exit", () => {
  endPrograms();
  cluster.stop();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

const sum = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
for (const [name, run] of STEPS) {
  say(`\n── ${name} ──`);
  const began = Date.now();
  const { passed, failed } = await run();
  sum.passed += passed;
  sum.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  lines.push(`${failed > 0 ? "✗" : "✓"} ${name}: ${passed} of ${passed + failed} (${seconds} s)`);
}
say(`\n${lines.join("\n")}\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
cluster.stop();
say(`${sum.passed} passed, ${sum.failed} failed`);
