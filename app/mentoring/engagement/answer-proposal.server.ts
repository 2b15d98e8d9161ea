import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { needTransitions, proposalTransitions } from "#app/mentoring/lifecycle.ts";
import { PROGRAMME_MONTHS } from "#app/mentoring/programme.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { dayOf, monthsAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { keepPairing } from "#app/selection/conflict/keep-pairing.server.ts";
import { planReviews } from "./plan-reviews.server.ts";
import { tellConcluded, tellDeclined } from "./tell-match.server.ts";

/** One side accepts a proposed pair; with the second acceptance the pair begins, within what the mentor can take. */
export function acceptProposal(
  actor: Actor,
  { proposalId }: { readonly proposalId: string },
): Promise<Result<{ engagementId: string | null }>> {
  return inTransaction(async (tx) => {
    const proposal = await loadOwn(tx, actor, proposalId);
    if (!proposal) return refuse("notFound");
    const { mentor } = proposal;
    const own = pairSide(actor) === "mentor" ? proposal.mentorAcceptedAt : proposal.menteeAcceptedAt;
    const other = pairSide(actor) === "mentor" ? proposal.menteeAcceptedAt : proposal.mentorAcceptedAt;
    const arrow = other ? proposalTransitions.conclude : proposalTransitions.accept;
    const next = take(arrow, proposal.state, {
      acceptedBefore: own !== null,
      mentorState: mentor.state,
      activePairs: mentor.activePairs,
      capacity: mentor.capacity,
    });
    if (!next.ok) return next;
    const acceptedAt =
      pairSide(actor) === "mentor" ? { mentorAcceptedAt: now() } : { menteeAcceptedAt: now() };
    const { count } = await tx.matchProposal.updateMany({
      where: { id: proposalId, version: proposal.version },
      data: { ...acceptedAt, state: next.value, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "proposal.accepted",
      subject: { type: "proposal", id: proposalId },
      facts: { side: actor.role },
    });
    return ok({ engagementId: other ? await begin(tx, actor, proposal) : null });
  }, "Serializable");
}

/**
 * One side declines a proposed pair. The reason, if one is given, is for the secretariat alone. What is open is solved
 * again afterwards, without this pair and with those alone that somebody has accepted.
 */
export function declineProposal(
  actor: Actor,
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const proposal = await loadOwn(tx, actor, proposalId);
    if (!proposal || actor.personId === null) return refuse("notFound");
    const next = take(proposalTransitions.decline, proposal.state, undefined);
    if (!next.ok) return next;
    const { count } = await tx.matchProposal.updateMany({
      where: { id: proposalId, version: proposal.version },
      data: { state: next.value, declineReason: reason || null, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "proposal.declined",
      subject: { type: "proposal", id: proposalId },
      facts: { side: actor.role },
      committed: { reason },
    });
    await tellDeclined(tx, proposalId, actor.personId);
    await enqueue(tx, "solveAgain", {}, "solveAgain");
    return ok();
  }, "Serializable");
}

async function loadOwn(tx: Transaction, actor: Actor, id: string) {
  const proposal = await tx.matchProposal.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      mentorAcceptedAt: true,
      menteeAcceptedAt: true,
      mentorId: true,
      needId: true,
      mentor: { select: { personId: true, state: true, activePairs: true, capacity: true } },
      need: { select: { personId: true, state: true } },
    },
  });
  if (!proposal || proposal.state === "drafted") return null;
  const pair = { mentorPersonId: proposal.mentor.personId, menteePersonId: proposal.need.personId };
  return can(actor, "proposal.answer", pair) ? proposal : null;
}
type Own = NonNullable<Awaited<ReturnType<typeof loadOwn>>>;

/** Both have accepted: the need is met, the mentor holds one pair more, and the two can meet. */
async function begin(tx: Transaction, actor: Actor, proposal: Own): Promise<string> {
  const { id: proposalId, mentorId, needId, need } = proposal;
  const matched = take(needTransitions.match, need.state, undefined);
  if (!matched.ok) throw new Error(`Need ${needId} and its proposal ${proposalId} are out of step`);
  await tx.mentorshipNeed.update({
    where: { id: needId },
    data: { state: matched.value, version: { increment: 1 } },
  });
  await tx.mentor.update({
    where: { id: mentorId },
    data: { activePairs: { increment: 1 }, version: { increment: 1 } },
  });
  const startedOn = dayOf(now());
  const endsOn = monthsAfter(startedOn, PROGRAMME_MONTHS);
  const { id: engagementId } = await tx.engagement.create({
    data: {
      proposalId,
      mentorId,
      menteeId: need.personId,
      startedOn: new Date(startedOn),
      endsOn: new Date(endsOn),
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "engagement.started",
    subject: { type: "engagement", id: engagementId },
    facts: { proposalId, startedOn, endsOn },
  });
  await planReviews(tx, { engagementId, startedOn, endsOn });
  await keepPairing(tx, { mentorPersonId: proposal.mentor.personId, menteePersonId: need.personId });
  await tellConcluded(tx, proposalId, engagementId);
  return engagementId;
}
