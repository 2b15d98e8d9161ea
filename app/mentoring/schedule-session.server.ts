import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { SessionTime } from "./session.ts";
import { refuseTime } from "./session-lifecycle.ts";
import { factsOf, loadPair, loadTaken } from "./session-state.queries.server.ts";
import { inviteToSession } from "./tell-session.server.ts";

interface Order {
  readonly engagementId: string;
  readonly session: SessionTime;
}

/** One of a pair sets a session; both are invited, with an entry for their calendars. */
export function scheduleSession(actor: Actor, order: Order): Promise<Result<{ readonly sessionId: string }>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, order.engagementId);
    if (!pair || !can(actor, "session.schedule", factsOf(pair))) return refuse("notFound");
    const taken = await loadTaken(tx, pair, order.session);
    const refusal = refuseTime(order.session, { now: now(), engagement: pair, taken });
    if (refusal) return { ok: false, refusal };
    const session = await tx.mentoringSession.create({
      data: { ...order.session, engagementId: pair.id, scheduledById: actor.userId ?? "" },
      select: { id: true, startsAt: true, durationMinutes: true, channel: true, sequence: true },
    });
    await appendEvent(tx, actor, {
      kind: "session.scheduled",
      subject: { type: "session", id: session.id },
      facts: {
        engagementId: pair.id,
        startsAt: session.startsAt.toISOString(),
        minutes: session.durationMinutes,
      },
    });
    await inviteToSession(tx, session, pair);
    return ok({ sessionId: session.id });
  }, "Serializable");
}
