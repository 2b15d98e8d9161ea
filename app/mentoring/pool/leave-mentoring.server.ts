import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { closeEngagement } from "#app/mentoring/engagement/close-engagement.server.ts";
import { sealForPair } from "#app/mentoring/engagement/pair-seal.queries.server.ts";
import { tellDeclined } from "#app/mentoring/engagement/tell-match.server.ts";
import { tellPair } from "#app/mentoring/engagement/tell-pair.server.ts";
import { mentorTransitions } from "#app/mentoring/lifecycle.ts";
import { reopenNeed } from "#app/mentoring/need/reopen-need.server.ts";
import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

interface Order {
  readonly mentorId: string;
  /** The mentor as the page showed them: a pair that began meanwhile is not ended unseen. */
  readonly version: number;
  /** By engagement, what the mentor hands over to the leader; only a mentor who leaves by their own word has any. */
  readonly handOvers: Readonly<Record<string, string>>;
}

/**
 * A mentor leaves, by their own word or the secretariat's, with everything that follows in one transaction: no pair is
 * proposed to them any more, every pair at work ends and is told, sessions to come are called off, each leader's need is
 * open again at once with what the mentor hands over, and the matching is solved again. They rest from then on, or, who
 * was never in the pool, are as the state pledged them, so that coming back leaves out no step of the induction.
 */
export function leaveMentoring(actor: Actor, order: Order): Promise<Result<{ pairs: number }>> {
  return inTransaction(async (tx) => {
    const mentor = await tx.mentor.findUnique({
      where: { id: order.mentorId },
      select: {
        ...{ id: true, personId: true, state: true, version: true },
        engagements: { where: { state: "active" }, orderBy: { id: "asc" }, select: { id: true } },
        proposals: {
          where: { state: "proposed" },
          orderBy: { id: "asc" },
          select: { id: true },
        },
      },
    });
    if (!mentor || !can(actor, "mentor.leave", mentor)) return refuse("notFound");
    if (mentor.version !== order.version) return refuse("changedMeanwhile");
    const { leave, leaveEarly } = mentorTransitions;
    const arrow = leave.from.includes(mentor.state) ? leave : leaveEarly;
    const next = take(arrow, mentor.state, undefined);
    if (!next.ok) return next;
    await tx.mentor.update({
      where: { id: mentor.id },
      data: { state: next.value, version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      kind: "mentor.left",
      subject: { type: "mentor", id: mentor.id },
      facts: { from: mentor.state, pairs: mentor.engagements.length },
    });
    for (const { id } of mentor.proposals) await withdraw(tx, actor, id, mentor.personId);
    for (const { id } of mentor.engagements) {
      const ended = await part(tx, actor, id, order.handOvers[id] ?? "");
      if (!ended.ok) throw new Error(`Engagement ${id} of a mentor who leaves: ${ended.refusal.code}`);
    }
    await enqueue(tx, "solveAgain", {}, "solveAgain");
    return ok({ pairs: mentor.engagements.length });
  }, "Serializable");
}

/** A pair proposed and not yet answered by both falls; the leader is told that it will not go ahead. */
async function withdraw(tx: Transaction, actor: Actor, proposalId: string, mentorPersonId: string) {
  await tx.matchProposal.update({
    where: { id: proposalId },
    data: { state: "declined", version: { increment: 1 } },
  });
  await appendEvent(tx, actor, {
    kind: "proposal.declined",
    subject: { type: "proposal", id: proposalId },
    facts: { side: "mentor" },
  });
  await tellDeclined(tx, proposalId, mentorPersonId);
}

async function part(tx: Transaction, actor: Actor, engagementId: string, handOver: string) {
  const pair = await loadPair(tx, engagementId);
  if (!pair || !(await closeEngagement(tx, actor, pair, "mentorLeft"))) return refuse("pairEnded");
  const byOwnWord = actor.personId === pair.mentor.id;
  if (byOwnWord && handOver !== "") {
    await tx.handOver.create({
      data: { engagementId, sealedText: sealForPair(engagementId, handOver), writtenAt: now() },
    });
  }
  await tellPair(tx, pair, {
    kind: "mentorLeft",
    to: [pair.mentee],
    link: paths.engagement(engagementId),
    occasion: engagementId,
    extra: {},
  });
  if (!byOwnWord) {
    await tellPair(tx, pair, {
      kind: "pairEnded",
      to: [pair.mentor],
      link: paths.engagement(engagementId),
      occasion: engagementId,
      extra: {},
    });
  }
  await reopenNeed(tx, actor, engagementId);
  return ok();
}
