import { createServer } from "node:http";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { verifyMatching } from "#app/mentoring/matching/match-certificate.ts";
import type { MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import type { RunInput, RunOutcome, RunProgress } from "#app/mentoring/matching/match-solve.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { runApart } from "#app/platform/run-apart.server.ts";
import { percentile } from "./load.ts";
import { randomInput, randomProblem } from "./matching-world.ts";
import { aimOf, tableOf } from "./table.ts";

/**
 * `npm run bench:matching`: the exact matching of 500 mentees with 300 mentors and the check of its certificate, on one
 * core; and a whole run of 1,500 mentees with 2,000 mentors (rules, scores, assignment, check, reasons) in a thread of its
 * own, with what a request to this process waits meanwhile.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

const AIM_MS = 60;
const ROUNDS = 25;
/** A request is asked so often while the thread works. */
const ASK_EVERY_MS = 10;

/** Milliseconds of one core that this process has used: not what the machine did for others meanwhile. */
const core = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function solveAndCheck(problem: MatchProblem) {
  const began = core();
  const solved = solveMatching(problem);
  if (!solved.ok) throw new Error(solved.refusal.code);
  const solvedAt = core();
  const faults = verifyMatching(problem, solved.value);
  if (faults.length > 0) throw new Error(faults.join(", "));
  return { solve: solvedAt - began, check: core() - solvedAt };
}

function measureExact() {
  const problem = randomProblem({ mentees: 500, mentors: 300, share: 0.8 });
  const feasible = problem.scores.flat().filter((score) => score !== null).length;
  const [first, ...rest] = Array.from({ length: ROUNDS }, () => solveAndCheck(problem));
  const of = (part: "solve" | "check", at: number) =>
    percentile(
      rest.map((round) => round[part]),
      at,
    );
  const both = rest.map(({ solve, check }) => solve + check);
  const rows = [
    ["solved", of("solve", 0.5), of("solve", 0.95), ""],
    ["certificate checked", of("check", 0.5), of("check", 0.95), ""],
    ["both", percentile(both, 0.5), percentile(both, 0.95), aimOf(percentile(both, 0.95), AIM_MS, "ms")],
    ["both, the first time in the process", first ? first.solve + first.check : 0, null, ""],
  ];
  say(
    `\n${tableOf([`500 mentees × 300 mentors, ${feasible} pairs, ms of one core`, "p50", "p95", "aim at p95"], rows)}`,
  );
}

/** Asks this process's own server again and again until told to stop; gives how long each answer took. */
async function askUntil(url: string, isDone: () => boolean): Promise<readonly number[]> {
  const took: number[] = [];
  while (!isDone()) {
    const began = performance.now();
    await (await fetch(url)).text();
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return took;
}

/** What requests to this process wait while `work` goes on. */
async function beside<T>(url: string, work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let done = false;
  delay.enable();
  const began = performance.now();
  const asked = askUntil(url, () => done);
  const value = await work();
  done = true;
  const took = await asked;
  delay.disable();
  const seconds = (performance.now() - began) / 1000;
  const latency = [percentile(took, 0.5), percentile(took, 0.95), percentile(took, 0.99), Math.max(...took)];
  return {
    value,
    seconds,
    latency,
    loop: [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6),
  };
}

async function measureApart() {
  const input = randomInput({ mentees: 1500, mentors: 2000 });
  const server = createServer((_, response) => response.end("Cadre"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}/`;
  const idle = await beside(url, () => new Promise((resolve) => setTimeout(resolve, 3000)));
  let told = 0;
  const apart = await beside(url, () =>
    runApart<RunInput, RunOutcome, RunProgress>({
      ...{ file: "app/mentoring/matching/match-solve.ts", name: "solveRun", input },
      onProgress: () => {
        told += 1;
      },
    }),
  );
  server.close();
  if (apart.value.kind !== "solved") throw new Error("The run was refused.");
  say(
    `\nA run of 1,500 mentees × 2,000 mentors in a thread of its own took ${apart.seconds.toFixed(1)} s, told how far it`,
  );
  say(`was ${told} times, and gave ${apart.value.pairs.length} pairs, its certificate checked.`);
  const rows = [
    ["request, nothing beside it", ...idle.latency],
    ["request, the run beside it", ...apart.latency],
  ];
  say(`\n${tableOf(["milliseconds", "p50", "p95", "p99", "longest"], rows)}`);
  const loops = [
    ["event loop, nothing beside it", ...idle.loop],
    ["event loop, the run beside it", ...apart.loop],
  ];
  say(`\n${tableOf(["milliseconds (the clock ticks each)", "p50", "p99", "longest"], loops)}`);
}

measureExact();
await measureApart();
