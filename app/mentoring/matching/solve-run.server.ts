import type { Actor } from "#app/access/actor.ts";
import { ANSWER_DAYS } from "#app/mentoring/programme.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { log } from "#app/platform/log.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { recomputeConflicts } from "#app/selection/conflict/recompute-conflicts.server.ts";
import { loadInput, sidesToMatch } from "./load-input.server.ts";
import { hashOf, type RunInput, type RunOutcome, type RunProgress } from "./match-solve.ts";
import { solveApart } from "./solve-apart.server.ts";

type Solved = Extract<RunOutcome, { readonly kind: "solved" }>;

/** Solves a run that was ordered. How far it has come is told outside the transactions that read and write its facts. */
export async function solveMatchingRun(runId: string): Promise<void> {
  try {
    const officer = await officerOf(runId);
    if (!officer) return;
    const input = await inTransaction((tx) => takeFacts(tx, officer, runId), "Serializable", "job");
    const outcome = await solveApart(input, (progress) => void tell(runId, progress));
    await inTransaction((tx) => keep(tx, officer, { runId, input, outcome }), "Serializable", "job");
  } catch (error) {
    log.error({ error, runId }, "a matching could not be carried through");
    await inTransaction((tx) =>
      tx.matchRun.updateMany({
        where: { id: runId, state: { in: ["waiting", "solving"] } },
        data: { state: "failed" },
      }),
    );
  }
}

const tell = (id: string, progress: RunProgress) =>
  database().matchRun.updateMany({ where: { id, state: "solving" }, data: progress });

/** Who ordered the run, in the role in which they did; null where it is no longer to be solved. */
async function officerOf(runId: string): Promise<Actor | null> {
  const run = await database().matchRun.findUnique({
    where: { id: runId },
    select: { state: true, ranById: true },
  });
  if (!run || (run.state !== "waiting" && run.state !== "solving")) return null;
  const { id, name, locale, timeZone } = await database().user.findUniqueOrThrow({
    where: { id: run.ranById },
    select: { id: true, name: true, locale: true, timeZone: true },
  });
  const held = { role: "secretariat", stateCode: null } as const;
  return { userId: id, personId: null, name, ...held, roles: [held], locale, timeZone };
}

/** What stands between mentors and mentees is kept in the register that panels have too; then all facts are read. */
async function takeFacts(tx: Transaction, officer: Actor, runId: string): Promise<RunInput> {
  await recomputeConflicts(tx, officer, await sidesToMatch(tx));
  const { input, weightsId } = await loadInput(tx);
  await tx.matchRun.update({
    where: { id: runId },
    data: {
      ...{ state: "solving", weightsId, placed: 0, toPlace: input.facts.mentees.length },
      input: JSON.parse(JSON.stringify(input)),
      inputHash: hashOf(input),
    },
    select: { id: true },
  });
  return input;
}

interface Finished {
  readonly runId: string;
  readonly input: RunInput;
  readonly outcome: RunOutcome;
}

async function keep(tx: Transaction, officer: Actor, { runId, input, outcome }: Finished): Promise<void> {
  const subject = { type: "matchRun", id: runId } as const;
  if (outcome.kind === "refused") {
    const { conflicts } = outcome;
    await tx.matchRun.update({
      where: { id: runId, state: "solving" },
      data: { state: "refused", refusal: JSON.parse(JSON.stringify(conflicts)) },
      select: { id: true },
    });
    await appendEvent(tx, officer, {
      ...{ kind: "match.refused", subject },
      facts: { conflicts: conflicts.length },
      committed: { input: JSON.parse(JSON.stringify(input)) },
    });
    return;
  }
  await keepDraft(tx, runId, input, outcome);
  await appendEvent(tx, officer, {
    ...{ kind: "match.run", subject },
    facts: {
      pairs: outcome.pairs.length,
      unmatched: outcome.unmatched.length,
      score: outcome.matching.score,
    },
    committed: { input: JSON.parse(JSON.stringify(input)) },
  });
}

async function keepDraft(tx: Transaction, runId: string, { today, facts }: RunInput, solved: Solved) {
  const { matching, pairs, unmatched, problemHash } = solved;
  const { certificate, score, spread } = matching;
  const toPlace = facts.mentees.length;
  await tx.matchRun.update({
    where: { id: runId, state: "solving" },
    data: {
      ...{ state: "draft", certificate: { ...certificate, score, spread }, problemHash, unmatched },
      ...{ verified: true, checkedAt: now(), placed: toPlace, toPlace },
    },
    select: { id: true },
  });
  await tx.matchProposal.createMany({
    data: pairs.map(({ menteeId: needId, mentorId, score: of, explanation }) => ({
      ...{ runId, needId, mentorId, score: of, explanation, state: "drafted" as const },
      dueOn: new Date(daysAfter(today, ANSWER_DAYS)),
      createdAt: now(),
    })),
  });
}
