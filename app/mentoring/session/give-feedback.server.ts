import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { sealUnder } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { ownKey } from "./open-keys.server.ts";
import type { Feedback } from "./session-feedback.ts";
import { sessionTransitions } from "./session-lifecycle.ts";
import { commentBoundTo } from "./session-note.ts";
import { factsOf, loadSession } from "./session-state.queries.server.ts";

interface Order {
  readonly sessionId: string;
  readonly feedback: Feedback;
}

/**
 * One side says how useful a held session was. The comment is sealed for its author alone; the rating goes into a figure
 * over all pairs. The record learns that feedback was given and keeps a commitment to the rating, so that it cannot be
 * changed; of the comment it keeps none, as of a note.
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
    const { usefulness, comment } = order.feedback;
    const sealedComment =
      comment === "" ? null : await sealComment(tx, pair.id, { sessionId, personId }, comment);
    const { count } = await tx.sessionFeedback.createMany({
      data: [{ sessionId, personId, usefulness, sealedComment, givenAt: now() }],
      skipDuplicates: true,
    });
    if (count !== 1) return refuse("feedbackGiven");
    await appendEvent(tx, actor, {
      kind: "feedback.given",
      subject: { type: "session", id: sessionId },
      facts: { engagementId: pair.id },
      committed: { feedback: { usefulness } },
    });
    return ok();
  });
}

interface Whose {
  readonly sessionId: string;
  readonly personId: string;
}

/** A comment as it is stored: under the keys of the engagement and of its author, like a note of theirs alone. */
export const sealComment = async (tx: Transaction, engagementId: string, whose: Whose, comment: string) =>
  sealUnder(await ownKey(tx, engagementId, whose.personId), comment, commentBoundTo(whose));
