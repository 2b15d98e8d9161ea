import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { TO_MATCH } from "./match-facts.queries.server.ts";

/**
 * Orders a run of the matching over all open needs and available mentors. It is solved by a job; what comes of it is a
 * draft that the secretariat alone sees until it is published. One run is under way at a time.
 */
export function runMatching(actor: Actor): Promise<Result<{ runId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
    return order(tx, actor, actor.userId);
  }, "Serializable");
}

/**
 * Orders a run after a pair was declined or a mentor has left, on behalf of whoever published the last one: pairs accepted by one or
 * both stay as they are, and the draft waits to be published like any other. Does nothing where nobody waits or none was published; a
 * run under way whose facts are older is refused when it is to be published.
 */
export async function solveAgain(): Promise<void> {
  await inTransaction(async (tx) => {
    const last = await tx.matchRun.findFirst({
      where: { state: "published" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { ranById: true },
    });
    return last && order(tx, null, last.ranById);
  }, "Serializable");
}

async function order(
  tx: Transaction,
  author: Actor | null,
  ranById: string,
): Promise<Result<{ runId: string }>> {
  const underWay = await tx.matchRun.count({ where: { state: { in: ["waiting", "solving"] } } });
  if (underWay > 0) return refuse("matchingUnderWay");
  const toPlace = await tx.mentorshipNeed.count({ where: TO_MATCH });
  if (toPlace === 0) return refuse("nobodyToMatch");
  const { id: runId } = await tx.matchRun.create({
    data: {
      ...{ state: "waiting", ranById, toPlace },
      ...{ input: {}, inputHash: "", certificate: {}, verified: false, unmatched: [] },
      createdAt: now(),
    },
    select: { id: true },
  });
  await enqueue(tx, "solveMatching", { runId });
  await appendEvent(tx, author, {
    kind: "match.ordered",
    subject: { type: "matchRun", id: runId },
    facts: { needs: toPlace },
  });
  return ok({ runId });
}
