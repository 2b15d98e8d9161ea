import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#app/record/canonical.ts";
import { verifyMatching } from "./match-certificate.ts";
import { findPinConflicts, type PinConflict } from "./match-conflict.ts";
import { explainMatching } from "./match-explain.ts";
import type { MatchExplanation, Unmatched } from "./match-outcome.ts";
import { type Matching, type MatchPair, type MatchProblem, withAnswers } from "./match-problem.ts";
import {
  explainUnmatched,
  type MatchFacts,
  type PreparedMatching,
  prepareMatching,
} from "./match-proposal.ts";
import { type OpenProposal, standingAnswers } from "./match-round.ts";
import { solveMatching } from "./matching.ts";

/** Facts of a run as they were kept: of an older shape they are none that could be solved again. */
export const runInputSchema = z.custom<RunInput>(
  (kept) =>
    z
      .object({
        today: z.iso.date(),
        facts: z.object({
          weights: z.object({}),
          mentors: z.array(z.object({ absences: z.array(z.unknown()) })),
        }),
      })
      .safeParse(kept).success,
);

/** Everything a run is given; plain values only, so that it can be kept as JSON and handed to another thread. */
export interface RunInput {
  /** With the weights, and the pinned pairs. */
  readonly facts: MatchFacts;
  readonly open: readonly OpenProposal[];
  readonly declined: readonly MatchPair[];
  /** ISO date. */
  readonly today: string;
}

/** A pair of a run, with why. */
export interface SolvedPair extends MatchPair {
  /** Hundredths of a point. */
  readonly score: number;
  readonly explanation: MatchExplanation;
}

/** What came of a run. */
export type RunOutcome =
  | { readonly kind: "refused"; readonly conflicts: readonly PinConflict[] }
  | {
      readonly kind: "solved";
      /** Of the problem as it was solved. */
      readonly problemHash: string;
      readonly matching: Matching;
      readonly pairs: readonly SolvedPair[];
      readonly unmatched: Unmatched;
    };

/** How many mentees of how many have been looked at. */
export interface RunProgress {
  readonly placed: number;
  readonly toPlace: number;
}

/**
 * Solves one run from its facts: hard rules, scores, answers and pins, then the exact assignment, its certificate
 * checked, and the reasons for every pair and everybody left without.
 *
 * @throws if the certificate does not hold: then the program is wrong, and nothing of it may be kept
 */
export function solveRun(input: RunInput, report: (progress: RunProgress) => void = () => {}): RunOutcome {
  const toPlace = input.facts.mentees.length;
  let steps = 0;
  /** Each mentee is looked at three times: against the rules, for a place, and for the reasons. */
  const step = () => {
    steps += 1;
    report({ placed: Math.floor(steps / 3), toPlace });
  };
  const framed = frameRun(input, step);
  if (framed.conflicts.length > 0) return { kind: "refused", conflicts: framed.conflicts };
  const { prepared, problem } = framed;
  const solved = solveMatching(problem, step);
  if (!solved.ok) throw new Error(`The matching refuses what was found to hold: ${solved.refusal.code}`);
  const matching = solved.value;
  const faults = verifyMatching(problem, matching);
  if (faults.length > 0) throw new Error(`The matching does not verify: ${faults.join(", ")}`);
  return {
    kind: "solved",
    ...{ problemHash: hashOf(problem), matching },
    pairs: pairsOf(prepared, problem, matching, step),
    unmatched: unmatchedOf(prepared, matching, problem),
  };
}

/**
 * The problem of a run before it is solved, with the contradictions among its pins; none solved where there is one.
 * The same input gives the same problem, so that a draft can be held against how things stand today.
 */
export function frameRun(
  { facts, open, declined, today }: RunInput,
  onMentee?: () => void,
): {
  readonly prepared: PreparedMatching;
  readonly problem: MatchProblem;
  readonly conflicts: readonly PinConflict[];
} {
  const { pinned = [], ...rest } = facts;
  const bare = prepareMatching(rest, onMentee);
  const { accepted, refused } = standingAnswers(bare, open, declined, today);
  const conflicts = findPinConflicts(bare, { pinned, accepted, declined: refused });
  const known = pinned.filter(({ menteeId }) => bare.problem.menteeIds.includes(menteeId));
  if (conflicts.length > 0) return { prepared: bare, problem: bare.problem, conflicts };
  const problem = withAnswers({ ...bare.problem, pinned: known }, { accepted, refused });
  return { prepared: bare, problem, conflicts };
}

/** SHA-256 of the canonical JSON of a problem, or of the facts of a run. */
export const hashOf = (value: unknown): string =>
  createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(value))))
    .digest("hex");

function pairsOf(
  prepared: PreparedMatching,
  problem: MatchProblem,
  matching: Matching,
  onMentee: () => void,
): SolvedPair[] {
  const mentees = new Map(problem.menteeIds.map((id, at) => [id, at]));
  const mentors = new Map(problem.mentors.map(({ id }, at) => [id, at]));
  return explainMatching(problem, matching, onMentee).flatMap(
    ({ menteeId, mentorId, score, pinned, nextBest }): SolvedPair[] => {
      if (mentorId === null || score === null) return [];
      const found = prepared.findings[mentees.get(menteeId) ?? -1]?.[mentors.get(mentorId) ?? -1];
      return found
        ? [{ menteeId, mentorId, score, explanation: { pinned, parts: found.score.parts, nextBest } }]
        : [];
    },
  );
}

const unmatchedOf = (prepared: PreparedMatching, matching: Matching, problem: MatchProblem): Unmatched =>
  explainUnmatched(prepared, matching, problem).map(({ menteeId, excluded, taken, refused }) => ({
    needId: menteeId,
    reasons: {
      excluded: excluded.map(({ rule, mentorIds }) => ({ rule, mentorIds: [...mentorIds] })),
      taken: taken.map(({ mentorId, menteeIds }) => ({ mentorId, menteeIds: [...menteeIds] })),
      refused: [...refused],
    },
  }));
