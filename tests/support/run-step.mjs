// @ts-check
/** One step of `npm test`: what it ran, counted. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runProgram } from "../../app/platform/run-program.mjs";

/** @typedef {{ passed: number, failed: number, broken?: readonly string[] }} Count `broken`: what failed, a line or more each */

const RESULTS = "tests/results";
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

/**
 * A check that counts as one: a program of Node's (its arguments), or a function that throws where it fails.
 *
 * @param {readonly string[] | (() => Promise<void>)} work
 * @returns {Promise<Count>}
 */
export async function check(work) {
  try {
    await (typeof work === "function" ? work() : runProgram(work));
    return PASSED;
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${broken}\n`);
    return { ...FAILED, broken: [broken] };
  }
}

/**
 * Tests of Vitest. A file that could not be loaded counts as one failure, and so does a run that failed with every
 * test passed (an error outside of any).
 *
 * @param {string} name what its results are kept under
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
export async function vitest(name, args) {
  const file = `${RESULTS}/${name}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const whole = await check([
    "node_modules/vitest/vitest.mjs",
    "run",
    ...["--config", "tests/vitest.config.ts", ...reporters, ...args],
  ]);
  const report = read(file);
  if (!report) return FAILED;
  const files = /** @type {TestFile[]} */ (report.testResults);
  const unloaded = files.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const broken = [
    ...unloaded.map(({ name: path, message }) => `${path}\n${shortened(message)}`),
    ...files
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${fullName}\n${shortened(failureMessages.join("\n"))}`),
  ];
  return honest(whole, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    broken,
  });
}

/**
 * @typedef {object} TestFile
 * @property {string} name
 * @property {string} status
 * @property {string} message
 * @property {{ status: string, fullName: string, failureMessages: string[] }[]} assertionResults
 */

/** Enough of a failure to tell a seed and the line it came from. */
const shortened = (/** @type {string} */ text) =>
  text
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .slice(0, 25)
    .join("\n");

/**
 * Tests of Playwright.
 *
 * @returns {Promise<Count>}
 */
export async function playwright() {
  const file = `${RESULTS}/e2e.json`;
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = resolve(file);
  const whole = await check([
    "node_modules/@playwright/test/cli.js",
    "test",
    ...["--config", "tests/playwright.config.ts", "--reporter=list,json"],
  ]);
  const report = read(file);
  if (!report) return FAILED;
  const { expected, unexpected, flaky } = report.stats;
  const broken = report.suites.flatMap(brokenSpecs);
  return honest(whole, { passed: expected, failed: unexpected + flaky + report.errors.length, broken });
}

/**
 * @typedef {object} Suite
 * @property {Suite[]} [suites]
 * @property {{ title: string, file: string, ok: boolean, tests: { results: { error?: { message: string } }[] }[] }[]} specs
 */

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
const brokenSpecs = ({ suites = [], specs }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results).map(({ error }) => error?.message ?? "");
      return `${file}: ${title}\n${shortened(errors.join("\n"))}`;
    }),
  ...suites.flatMap(brokenSpecs),
];

/**
 * @param {Count} whole how the run ended
 * @param {Count} tests what it counted
 * @returns {Count}
 */
const honest = (whole, tests) => (whole.failed > 0 && tests.failed === 0 ? { ...tests, failed: 1 } : tests);

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);
