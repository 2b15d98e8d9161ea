import type { Actor } from "#app/access/actor.ts";
import { FIRST_SESSION_DAYS } from "#app/mentoring/programme.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

interface Offer {
  readonly appointmentId: string;
  readonly personId: string;
  /** First day in post, `2026-03-01`. */
  readonly startsOn: string;
}

/**
 * Offers a new leader a mentor, in the transaction of the appointment. The leader states needs or declines; the
 * first session is due thirty days into the post.
 */
export async function offerMentorship(
  tx: Transaction,
  actor: Actor,
  offer: Offer,
): Promise<{ readonly needId: string }> {
  const { appointmentId, personId, startsOn } = offer;
  const dueOn = daysAfter(startsOn, FIRST_SESSION_DAYS);
  const { id: needId } = await tx.mentorshipNeed.create({
    data: { appointmentId, personId, dueOn: new Date(dueOn), createdAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "need.offered",
    subject: { type: "mentorshipNeed", id: needId },
    facts: { appointmentId, personId, dueOn },
  });
  return { needId };
}
