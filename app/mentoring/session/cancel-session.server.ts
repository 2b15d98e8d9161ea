import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { sessionTransitions } from "./session-lifecycle.ts";
import { factsOf, type LoadedSession, loadSession } from "./session-state.queries.server.ts";
import { tellCancelled } from "./tell-session.server.ts";

interface Order {
  readonly sessionId: string;
  /** The version of the session that the page showed: one moved meanwhile is not cancelled unseen. */
  readonly sequence: number;
}

/** One of a pair calls a session off before it starts, without giving a reason; both calendars drop it. */
export function cancelSession(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    if (!session || !can(actor, "session.schedule", factsOf(session.pair))) return refuse("notFound");
    return dropSession(tx, actor, session, order.sequence);
  });
}

/** Takes one session out of both calendars, unless it has started or was changed since `sequence`. */
export async function dropSession(
  tx: Transaction,
  actor: Actor,
  { pair, ...told }: LoadedSession,
  shown: number,
): Promise<Result<undefined>> {
  const next = take(sessionTransitions.cancel, told.state, { startsAt: told.startsAt, now: now() });
  if (!next.ok) return next;
  const sequence = shown + 1;
  const { count } = await tx.mentoringSession.updateMany({
    where: { id: told.id, state: told.state, sequence: shown },
    data: { state: next.value, sequence },
  });
  if (count !== 1) return refuse("changedMeanwhile");
  await appendEvent(tx, actor, {
    kind: "session.cancelled",
    subject: { type: "session", id: told.id },
    facts: { engagementId: pair.id, startsAt: told.startsAt.toISOString() },
  });
  await tellCancelled(tx, { ...told, sequence }, pair);
  return ok();
}
