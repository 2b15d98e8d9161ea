import { runApart } from "#app/platform/run-apart.server.ts";
import { type CheckedRun, checkRun, hashOfRun, type KeptRun } from "./match-check.ts";
import { type RunInput, type RunOutcome, type RunProgress, solveRun } from "./match-solve.ts";

/** Pairs from which a calculation is given a thread of its own: below, it takes less time than starting one. */
const FEW_PAIRS = 10_000;

const isSmall = ({ facts }: RunInput) => facts.mentees.length * facts.mentors.length <= FEW_PAIRS;

/** Solves a run; a large one beside the pages, so that no request waits for it. */
export const solveApart = (
  input: RunInput,
  onProgress?: (progress: RunProgress) => void,
): Promise<RunOutcome> =>
  isSmall(input)
    ? Promise.resolve(solveRun(input, onProgress))
    : runApart<RunInput, RunOutcome, RunProgress>({
        ...{ file: "app/mentoring/matching/match-solve.ts", name: "solveRun", input },
        ...(onProgress ? { onProgress } : {}),
      });

/** The hash of the problem that facts give. */
export const hashApart = (input: RunInput): Promise<string> =>
  isSmall(input)
    ? Promise.resolve(hashOfRun(input))
    : runApart<RunInput, string>({ file: "app/mentoring/matching/match-check.ts", name: "hashOfRun", input });

/** Checks the certificate of a run that was kept. */
export const checkApart = (kept: KeptRun): Promise<CheckedRun> =>
  isSmall(kept.input)
    ? Promise.resolve(checkRun(kept))
    : runApart<KeptRun, CheckedRun>({
        file: "app/mentoring/matching/match-check.ts",
        name: "checkRun",
        input: kept,
      });
