import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { SessionTime } from "./session.ts";
import { refuseTime, sessionTransitions } from "./session-lifecycle.ts";
import { factsOf, loadSession, loadTaken } from "./session-state.queries.server.ts";
import { inviteToSession } from "./tell-session.server.ts";

interface Order {
  readonly sessionId: string;
  /** The version of the session that the page showed. */
  readonly sequence: number;
  readonly session: SessionTime;
}

/** One of a pair moves a session that has not started; both calendars take the new time over the old. */
export function moveSession(actor: Actor, order: Order): Promise<Result<{ readonly sequence: number }>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    if (!session || !can(actor, "session.schedule", factsOf(session.pair))) return refuse("notFound");
    const { pair, startsAt } = session;
    const next = take(sessionTransitions.move, session.state, { startsAt, now: now() });
    if (!next.ok) return next;
    const taken = await loadTaken(tx, pair, order.session, session.id);
    const refusal = refuseTime(order.session, { now: now(), engagement: pair, taken });
    if (refusal) return { ok: false, refusal };
    const sequence = order.sequence + 1;
    const { count } = await tx.mentoringSession.updateMany({
      where: { id: session.id, state: session.state, sequence: order.sequence },
      data: { ...order.session, sequence },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "session.moved",
      subject: { type: "session", id: session.id },
      facts: {
        engagementId: pair.id,
        from: startsAt.toISOString(),
        startsAt: order.session.startsAt.toISOString(),
        minutes: order.session.durationMinutes,
      },
    });
    await inviteToSession(tx, { id: session.id, ...order.session, sequence }, pair);
    return ok({ sequence });
  }, "Serializable");
}
