import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { factsOf, loadPair, loadSession } from "#app/mentoring/session/session-state.queries.server.ts";
import { database } from "#app/platform/database.server.ts";

/*
 * Each tells whether something is this actor's to write, before what was typed is read: the use case asks again, within
 * its transaction.
 */

export async function mayPlanSession(actor: Actor, engagementId: string): Promise<boolean> {
  const pair = await loadPair(database(), engagementId);
  return pair !== null && can(actor, "session.schedule", factsOf(pair));
}

export async function mayWritePair(
  actor: Actor,
  act: "agreement.write" | "review.answer" | "engagement.end" | "engagement.extend" | "concern.raise",
  engagementId: string,
): Promise<boolean> {
  const pair = await loadPair(database(), engagementId);
  return pair !== null && can(actor, act, factsOf(pair));
}

export async function mayWriteSession(
  actor: Actor,
  act: "session.schedule" | "feedback.give" | "note.write",
  sessionId: string,
): Promise<boolean> {
  const session = await loadSession(database(), sessionId);
  return session !== null && can(actor, act, factsOf(session.pair));
}

export async function mayStateNeed(actor: Actor, needId: string): Promise<boolean> {
  const need = await database().mentorshipNeed.findUnique({
    where: { id: needId },
    select: { personId: true },
  });
  return need !== null && can(actor, "need.state", need);
}
