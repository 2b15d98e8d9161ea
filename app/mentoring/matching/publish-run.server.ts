import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { tellProposed } from "#app/mentoring/engagement/tell-match.server.ts";
import { runTransitions } from "#app/mentoring/lifecycle.ts";
import { ANSWER_DAYS } from "#app/mentoring/programme.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadInput } from "./load-input.server.ts";
import { carryOver, type OpenProposal } from "./match-round.ts";
import { hashApart } from "./solve-apart.server.ts";

/**
 * Proposes the pairs of a draft to both sides. Open proposals of earlier runs are superseded, with answers given to the
 * same pair counting on. A draft whose facts have changed since is refused: it may be the best no longer.
 */
export function publishRun(actor: Actor, runId: string): Promise<Result<{ pairs: number }>> {
  return inTransaction(
    async (tx) => {
      if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
      const run = await loadRun(tx, runId);
      if (!run) return refuse("notFound");
      const next = take(runTransitions.publish, run.state, undefined);
      if (!next.ok) return next;
      const { input } = await loadInput(tx);
      if ((await hashApart(input)) !== run.problemHash) return refuse("factsChanged");
      await tx.matchProposal.updateMany({
        where: { state: "proposed" },
        data: { state: "superseded", version: { increment: 1 } },
      });
      for (const proposal of run.proposals) await propose(tx, proposal, input.open, input.today);
      await tx.matchRun.update({
        where: { id: runId },
        data: { state: next.value, publishedAt: now(), publishedById: actor.userId },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "match.published",
        subject: { type: "matchRun", id: runId },
        facts: { pairs: run.proposals.length },
      });
      return ok({ pairs: run.proposals.length });
    },
    "Serializable",
    "job",
  );
}

/** Sets a draft aside: nobody is told, since nobody knew. */
export function discardRun(actor: Actor, runId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "match.run")) return refuse("notPermitted");
    const run = await loadRun(tx, runId);
    if (!run) return refuse("notFound");
    const next = take(runTransitions.discard, run.state, undefined);
    if (!next.ok) return next;
    await tx.matchRun.update({ where: { id: runId }, data: { state: next.value }, select: { id: true } });
    await tx.matchProposal.updateMany({
      where: { runId, state: "drafted" },
      data: { state: "superseded", version: { increment: 1 } },
    });
    await appendEvent(tx, actor, { kind: "match.discarded", subject: { type: "matchRun", id: runId } });
    return ok();
  }, "Serializable");
}

const loadRun = (tx: Transaction, id: string) =>
  tx.matchRun.findUnique({
    where: { id },
    select: {
      state: true,
      problemHash: true,
      proposals: {
        where: { state: "drafted" },
        orderBy: { id: "asc" },
        select: { id: true, needId: true, mentorId: true },
      },
    },
  });

interface Drafted {
  readonly id: string;
  readonly needId: string;
  readonly mentorId: string;
}

async function propose(
  tx: Transaction,
  { id, needId: menteeId, mentorId }: Drafted,
  open: readonly OpenProposal[],
  today: string,
): Promise<void> {
  const newDueOn = daysAfter(dayOf(now()), ANSWER_DAYS);
  const carried = carryOver({ menteeId, mentorId }, open, { today, newDueOn });
  await tx.matchProposal.update({
    where: { id },
    data: {
      state: "proposed",
      dueOn: new Date(carried.dueOn),
      mentorAcceptedAt: carried.mentorAccepted ? now() : null,
      menteeAcceptedAt: carried.menteeAccepted ? now() : null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  if (!carried.told) await tellProposed(tx, id);
}
