import { createHash } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { canonicalJson } from "#app/record/canonical.ts";
import { verifyMatching } from "./match-certificate.ts";
import { explainMatching } from "./match-explain.ts";
import { loadMatchFacts } from "./match-facts.queries.server.ts";
import type { MatchExplanation, Unmatched } from "./match-outcome.ts";
import { withAnswers } from "./match-problem.ts";
import { explainUnmatched, prepareMatching } from "./match-proposal.ts";
import { carryOver, type OpenProposal, standingAnswers } from "./match-round.ts";
import { DEFAULT_WEIGHTS } from "./match-score.ts";
import { solveMatching } from "./matching.ts";
import { ANSWER_DAYS, dayOf, daysAfter } from "./programme.ts";
import { tellProposed } from "./tell-match.server.ts";

/**
 * Solves the matching anew over all open needs and available mentors, exactly, and proposes its pairs. Pairs that one
 * side has accepted hold, pairs that a side declined do not come back. The certificate is checked before anything is
 * kept; open proposals of earlier runs are superseded, with answers given to the same pair counting on.
 */
export function runMatching(actor: Actor): Promise<Result<{ runId: string; pairs: number }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
    const today = dayOf(now());
    const { facts, open, declined } = await loadMatchFacts(tx, today);
    if (facts.mentees.length === 0) return refuse("nobodyToMatch");
    const solved = solve(facts, open, declined, today);
    if (!solved.ok) return solved;
    const { matching, explanations, unmatched } = solved.value;
    const input = { facts, open, declined, weights: DEFAULT_WEIGHTS };
    const { id: runId } = await tx.matchRun.create({
      data: {
        ranById: actor.userId,
        input: JSON.parse(JSON.stringify(input)),
        inputHash: createHash("sha256").update(canonicalJson(input)).digest("hex"),
        certificate: { ...matching.certificate },
        verified: true,
        unmatched,
        createdAt: now(),
      },
      select: { id: true },
    });
    await tx.matchProposal.updateMany({
      where: { state: "proposed" },
      data: { state: "superseded", version: { increment: 1 } },
    });
    for (const explanation of explanations) await propose(tx, { runId, explanation, open, today });
    await appendEvent(tx, actor, {
      kind: "match.run",
      subject: { type: "matchRun", id: runId },
      facts: { pairs: matching.pairs.length, unmatched: unmatched.length, score: matching.score },
      committed: { input },
    });
    return ok({ runId, pairs: matching.pairs.length });
  }, "Serializable");
}

type Facts = Awaited<ReturnType<typeof loadMatchFacts>>;

interface Proposed {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly score: number;
  readonly explanation: MatchExplanation;
}

function solve(facts: Facts["facts"], open: Facts["open"], declined: Facts["declined"], today: string) {
  const prepared = prepareMatching(facts);
  const problem = withAnswers(prepared.problem, standingAnswers(prepared, open, declined, today));
  const solved = solveMatching(problem);
  if (!solved.ok) return solved;
  const matching = solved.value;
  const faults = verifyMatching(problem, matching);
  if (faults.length > 0) throw new Error(`The matching does not verify: ${faults.join(", ")}`);
  const findings = new Map(
    prepared.findings.flat().map((pair) => [`${pair.menteeId} ${pair.mentorId}`, pair.score.parts]),
  );
  const explanations = explainMatching(problem, matching).flatMap(
    ({ menteeId, mentorId, score, pinned, nextBest }): Proposed[] => {
      const parts = findings.get(`${menteeId} ${mentorId}`);
      if (mentorId === null || score === null || !parts) return [];
      return [{ menteeId, mentorId, score, explanation: { pinned, parts, nextBest } }];
    },
  );
  const unmatched: Unmatched = explainUnmatched(prepared, matching, problem).map(
    ({ menteeId, excluded, taken, refused }) => ({
      needId: menteeId,
      reasons: {
        excluded: excluded.map(({ rule, mentorIds }) => ({ rule, mentorIds: [...mentorIds] })),
        taken: taken.map(({ mentorId, menteeIds }) => ({ mentorId, menteeIds: [...menteeIds] })),
        refused: [...refused],
      },
    }),
  );
  return ok({ matching, explanations, unmatched });
}

interface Proposal {
  readonly runId: string;
  readonly explanation: Proposed;
  readonly open: readonly OpenProposal[];
  readonly today: string;
}

async function propose(tx: Transaction, { runId, explanation: pair, open, today }: Proposal) {
  const { menteeId, mentorId, score, explanation } = pair;
  const carried = carryOver(pair, open, { today, newDueOn: daysAfter(today, ANSWER_DAYS) });
  const { id: proposalId } = await tx.matchProposal.create({
    data: {
      runId,
      needId: menteeId,
      mentorId,
      score,
      explanation,
      dueOn: new Date(carried.dueOn),
      mentorAcceptedAt: carried.mentorAccepted ? now() : null,
      menteeAcceptedAt: carried.menteeAccepted ? now() : null,
    },
    select: { id: true },
  });
  if (!carried.told) await tellProposed(tx, proposalId);
}
