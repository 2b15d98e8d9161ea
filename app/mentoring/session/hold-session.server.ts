import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { SessionOutcome } from "./session.ts";
import type { Outcome } from "./session-form.ts";
import { sessionTransitions } from "./session-lifecycle.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  readonly outcome: SessionOutcome;
  /** How long it lasted, where that is not what was planned. */
  readonly heldMinutes?: number;
  /** Where each goal of the pair stands; those that nothing is said of stay where they stood. */
  readonly goals?: Outcome["goals"];
}

/**
 * One of a pair says, once a session has started, whether it took place; whoever says so first has said it for both.
 * Nobody is asked, and nothing is kept of, who was not there.
 */
export function holdSession(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    if (!session || !can(actor, "session.schedule", factsOf(session.pair))) return refuse("notFound");
    const { startsAt, state, sequence } = session;
    const next = take(sessionTransitions[order.outcome], state, { startsAt, now: now() });
    if (!next.ok) return next;
    const { count } = await tx.mentoringSession.updateMany({
      where: { id: session.id, state, sequence },
      data: {
        state: next.value,
        heldMinutes: order.outcome === "held" ? (order.heldMinutes ?? session.durationMinutes) : null,
      },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    if (order.outcome === "held") await markGoals(tx, session.id, session.pair.id, order.goals ?? []);
    await appendEvent(tx, actor, {
      kind: "session.held",
      subject: { type: "session", id: session.id },
      facts: { engagementId: session.pair.id, outcome: order.outcome },
    });
    return ok();
  });
}

/** Notes where goals stand after a session: those of this pair alone, whatever the form held. */
async function markGoals(tx: Transaction, sessionId: string, engagementId: string, goals: Outcome["goals"]) {
  const own = await tx.engagementGoal.findMany({
    where: { engagementId, retiredAt: null },
    select: { id: true },
  });
  const data = own.flatMap(({ id: goalId }) => {
    const progress = goals.find((goal) => goal.goalId === goalId)?.progress;
    return progress === undefined ? [] : [{ sessionId, goalId, progress }];
  });
  await tx.sessionGoalProgress.createMany({ data });
}
