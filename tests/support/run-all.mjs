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
/** @typedef {readonly [name: string, run: () => Promise<Count>]} Step */

const BIN = "node_modules";
/**
 * The steps in their order. Those of several lanes run side by side: one processor is all that each of them uses.
 *
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const STAGES = [
  [[["The database client", () => check(() => prepareClient(say))]]],
  [
    [["Types", () => check([`${BIN}/typescript-native/bin/tsc`, "--noEmit"])]],
    [["The demonstration", () => check(["--import", "tsx", "tests/support/make-templates.command.ts"])]],
    [
      ["Lint", () => check([`${BIN}/@biomejs/biome/bin/biome`, "ci", "--colors=off"])],
      [
        "Unused code and dependencies",
        () => check([`${BIN}/knip/bin/knip.js`, "--config", "tests/knip.json"]),
      ],
      ["The build", () => check(() => prepareBuild(say))],
    ],
  ],
  [
    [
      ["Architecture, rules, numbers and messages", () => vitest("unit", ["--project", "unit"])],
      ["Use cases on a real database", () => vitest("db", ["--project", "db*"])],
      ["The browser", () => check(async () => void ensureChromium(say))],
      ["Pages in a browser", () => playwright()],
    ],
  ],
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
/** What failed, told once more below: a log is read from its end. @type {string[]} */
const failures = [];
/** @param {Step} step */
async function take([name, run]) {
  say(`\n── ${name} ──`);
  const began = Date.now();
  const { passed, failed, broken = [] } = await run();
  sum.passed += passed;
  sum.failed += failed;
  failures.push(...broken.map((told) => `✗ ${name}: ${told}`));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  lines.push(`${failed > 0 ? "✗" : "✓"} ${name}: ${passed} of ${passed + failed} (${seconds} s)`);
}
for (const lanes of STAGES) {
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) await take(step);
    }),
  );
}
if (failures.length > 0) say(`\n${failures.join("\n\n")}`);
say(`\n${lines.join("\n")}\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
cluster.stop();
say(`${sum.passed} passed, ${sum.failed} failed`);
