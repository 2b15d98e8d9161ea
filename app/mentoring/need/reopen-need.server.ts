import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { loadNeedOf } from "#app/mentoring/engagement/another-pair.queries.server.ts";
import { type NeedState, needTransitions } from "#app/mentoring/lifecycle.ts";
import { FIRST_SESSION_DAYS } from "#app/mentoring/programme.ts";
import { factsOf, loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/**
 * Opens a leader's need again as part of what ends their pair: it goes into the next run of the matching, which leaves
 * out the mentor they had. A need that is open already, was taken back or is met by another pair at work stays as it is:
 * that must not keep anybody from leaving.
 */
export async function reopenNeed(tx: Transaction, author: Actor, engagementId: string): Promise<void> {
  const need = await loadNeedOf(tx, engagementId);
  const next = take(needTransitions.reopen, need.state, need);
  if (next.ok) await putBack(tx, author, { engagementId, need, state: next.value });
}

/** The leader of a pair that has ended asks for another mentor: on the latest pair, and while none is at work. */
export function askForAnother(actor: Actor, engagementId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "need.state", { personId: pair.mentee.id })) return refuse("notFound");
    if (!can(actor, "engagement.end", factsOf(pair))) return refuse("notFound");
    if (pair.state === "active") return refuse("pairAtWork");
    const need = await loadNeedOf(tx, engagementId);
    const next = take(needTransitions.askAgain, need.state, need);
    if (!next.ok) return next;
    await putBack(tx, actor, { engagementId, need, state: next.value });
    return ok();
  }, "Serializable");
}

interface Reopened {
  readonly engagementId: string;
  readonly need: Awaited<ReturnType<typeof loadNeedOf>>;
  readonly state: NeedState;
}

/** The first session with another is due in thirty days. */
async function putBack(tx: Transaction, author: Actor, { engagementId, need, state }: Reopened) {
  const dueOn = daysAfter(dayOf(now()), FIRST_SESSION_DAYS);
  await tx.mentorshipNeed.update({
    where: { id: need.id, version: need.version },
    data: { state, dueOn: new Date(dueOn), version: { increment: 1 } },
  });
  await appendEvent(tx, author, {
    kind: "need.reopened",
    subject: { type: "mentorshipNeed", id: need.id },
    facts: { engagementId, dueOn },
  });
}
