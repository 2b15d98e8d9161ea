import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadPoolReview } from "./pool-review.queries.server.ts";
import { poolReviewTransitions } from "./pool-review.ts";
import { CONSENT_TEXT_VERSION } from "./profile.ts";
import { tellPoolAnswer } from "./tell-pool.server.ts";

interface Order {
  readonly nominationId: string;
  readonly agrees: boolean;
}

/**
 * Somebody nominated for the cadre agrees to be reviewed for it, or declines; links that are still out serve no more, and
 * the nominating state is told which. The same answer a second time changes nothing.
 */
export function answerPoolReview(actor: Actor, { nominationId, agrees }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const review = await loadPoolReview(tx, nominationId);
    if (!review || !can(actor, "pool.answer", review)) return refuse("notFound");
    const arrow = poolReviewTransitions[agrees ? "consent" : "decline"];
    if (review.state === arrow.to) return ok();
    const next = take(arrow, review.state, review);
    if (!next.ok) return next;
    const moved = await tx.poolReview.updateMany({
      where: { nominationId, state: review.state, version: review.version },
      data: {
        ...{ state: next.value, answeredAt: now(), version: { increment: 1 } },
        textVersion: CONSENT_TEXT_VERSION,
      },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.poolInvitation.updateMany({ where: { nominationId, usedAt: null }, data: { usedAt: now() } });
    await appendEvent(tx, actor, {
      kind: agrees ? "pool.consented" : "pool.declined",
      subject: { type: "nomination", id: nominationId },
      facts: { personId: review.personId, callId: review.callId, textVersion: CONSENT_TEXT_VERSION },
    });
    await tellPoolAnswer(tx, review, agrees);
    return ok();
  }, "Serializable");
}
