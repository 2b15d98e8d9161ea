import type { Actor } from "#app/access/actor.ts";
import type { Pair } from "#app/mentoring/session/session-state.queries.server.ts";
import { tellCancelled } from "#app/mentoring/session/tell-session.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

export type Ending = "complete" | "early" | "mentorLeft";

/**
 * Ends a pair at work, as part of what makes it end: the mentor has a place more, sessions to come are off in both
 * calendars, and what was proposed and not answered falls. That the two were a pair stays in the register of conflicts,
 * and the matching never pairs them again.
 *
 * @returns whether it was at work; of two who end it at once only one does
 */
export async function closeEngagement(
  tx: Transaction,
  author: Actor | null,
  pair: Pair,
  ending: Ending,
): Promise<boolean> {
  const { count } = await tx.engagement.updateMany({
    where: { id: pair.id, state: "active" },
    data: { state: "ended", ending, endedOn: new Date(dayOf(now())) },
  });
  if (count !== 1) return false;
  const { mentorId } = await tx.engagement.findUniqueOrThrow({
    where: { id: pair.id },
    select: { mentorId: true },
  });
  await tx.mentor.update({
    where: { id: mentorId },
    data: { activePairs: { decrement: 1 }, version: { increment: 1 } },
  });
  await tx.pairExtension.updateMany({
    where: { engagementId: pair.id, state: "proposed" },
    data: { state: "declined", answeredAt: now() },
  });
  await callOff(tx, author, pair);
  await appendEvent(tx, author, {
    kind: "engagement.ended",
    subject: { type: "engagement", id: pair.id },
    facts: { ending },
  });
  return true;
}

/** Calls off the sessions to come. */
async function callOff(tx: Transaction, author: Actor | null, pair: Pair) {
  const sessions = await tx.mentoringSession.findMany({
    where: { engagementId: pair.id, state: "scheduled", startsAt: { gt: now() } },
    orderBy: { startsAt: "asc" },
    select: { id: true, startsAt: true, durationMinutes: true, channel: true, sequence: true },
  });
  for (const session of sessions) {
    const sequence = session.sequence + 1;
    await tx.mentoringSession.update({
      where: { id: session.id },
      data: { state: "cancelled", sequence },
    });
    await appendEvent(tx, author, {
      kind: "session.cancelled",
      subject: { type: "session", id: session.id },
      facts: { engagementId: pair.id, startsAt: session.startsAt.toISOString() },
    });
    await tellCancelled(tx, { ...session, sequence }, pair, paths.engagement(pair.id));
  }
}
