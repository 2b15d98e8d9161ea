import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { SessionTime } from "./session.ts";
import { refuseTime } from "./session-lifecycle.ts";
import { factsOf, loadPair, loadTaken, type Pair } from "./session-state.queries.server.ts";
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
    return ok({ sessionId: await setSession(tx, actor, pair, order.session) });
  }, "Serializable");
}

/** Writes a session whose time nothing stands against, records it and invites both: by itself, or one of a series. */
export async function setSession(
  tx: Transaction,
  actor: Actor,
  pair: Pair,
  time: SessionTime,
  seriesId?: string,
): Promise<string> {
  const session = await tx.mentoringSession.create({
    data: { ...time, engagementId: pair.id, scheduledById: actor.userId ?? "", seriesId },
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
  return session.id;
}
