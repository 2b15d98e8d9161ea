import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { PairOrderForm } from "#app/mentoring/matching/match-settings.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/**
 * The secretariat wants a pair to hold, or not to be formed, with the reason; from the next run on. Whether a pinned pair
 * can hold is asked by the run, which names what stands against it.
 */
export async function orderPair(actor: Actor, order: PairOrderForm): Promise<Result<{ orderId: string }>> {
  try {
    return await inTransaction(async (tx) => {
      if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
      const { needId, mentorId, kind, reason } = order;
      const need = await tx.mentorshipNeed.findUnique({ where: { id: needId }, select: { state: true } });
      if (!need || need.state === "matched" || need.state === "declined") {
        return refuse("needNotOpen", {}, "needId");
      }
      if ((await tx.mentor.count({ where: { id: mentorId } })) !== 1) {
        return refuse("mentorUnknown", {}, "mentorId");
      }
      const { id: orderId } = await tx.pairOrder.create({
        data: { needId, mentorId, kind, reason, setById: actor.userId, createdAt: now() },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "pair.ordered",
        subject: { type: "pairOrder", id: orderId },
        facts: { needId, mentorId, order: kind },
        committed: { reason },
      });
      return ok({ orderId });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("pairOrderedAlready", {}, "mentorId");
    throw error;
  }
}

/** A pair is matched by its score again. */
export function liftPairOrder(actor: Actor, orderId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "match.run") || actor.userId === null) return refuse("notPermitted");
    const { count } = await tx.pairOrder.updateMany({
      where: { id: orderId, liftedAt: null },
      data: { liftedAt: now(), liftedById: actor.userId },
    });
    if (count !== 1) return refuse("notFound");
    await appendEvent(tx, actor, { kind: "pair.lifted", subject: { type: "pairOrder", id: orderId } });
    return ok();
  });
}
