import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Feedback } from "./session-feedback.ts";
import { sessionTransitions } from "./session-lifecycle.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  readonly feedback: Feedback;
}

/**
 * One side says how useful a held session was. Nobody else reads the comment; the rating goes into a figure over
 * all pairs. The record learns that feedback was given and keeps a commitment to it, so that it cannot be changed.
 */
export function giveFeedback(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, order.sessionId);
    const { personId } = actor;
    if (!session || personId === null || !can(actor, "feedback.give", factsOf(session.pair)))
      return refuse("notFound");
    const { id: sessionId, state, startsAt, pair } = session;
    const next = take(sessionTransitions.giveFeedback, state, { startsAt, now: now() });
    if (!next.ok) return refuse("sessionNotHeld");
    const { count } = await tx.sessionFeedback.createMany({
      data: [{ sessionId, personId, ...order.feedback, givenAt: now() }],
      skipDuplicates: true,
    });
    if (count !== 1) return refuse("feedbackGiven");
    await appendEvent(tx, actor, {
      kind: "feedback.given",
      subject: { type: "session", id: sessionId },
      facts: { engagementId: pair.id },
      committed: { feedback: order.feedback },
    });
    return ok();
  });
}
