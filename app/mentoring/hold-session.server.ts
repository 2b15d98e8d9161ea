import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { SessionOutcome } from "./session.ts";
import { sessionTransitions } from "./session-lifecycle.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  readonly outcome: SessionOutcome;
}

/** One of a pair says, once a session has started, whether it took place; whoever says so first has said it for both. */
export function holdSession(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    if (!session || !can(actor, "session.schedule", factsOf(session.pair))) return refuse("notFound");
    const { startsAt, state, sequence } = session;
    const next = take(sessionTransitions[order.outcome], state, { startsAt, now: now() });
    if (!next.ok) return next;
    const { count } = await tx.mentoringSession.updateMany({
      where: { id: session.id, state, sequence },
      data: { state: next.value },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "session.held",
      subject: { type: "session", id: session.id },
      facts: { engagementId: session.pair.id, outcome: order.outcome },
    });
    return ok();
  });
}
