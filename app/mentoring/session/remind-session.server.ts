import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { zoneOf } from "./session.ts";
import { USUAL_REMINDERS } from "./session-reminders.ts";
import { loadSession } from "./session-state.queries.server.ts";

interface Occasion {
  readonly sessionId: string;
  /** That of the session when the reminder was put down: one moved since has another. */
  readonly sequence: number;
  readonly hours: number;
}

/**
 * Reminds those of a pair who chose to be, so many hours before a session. Run again, or for a session that was moved,
 * cancelled or has begun, it does nothing.
 */
export function remindSession({ sessionId, sequence, hours }: Occasion): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await loadSession(tx, sessionId);
    if (session?.state !== "scheduled" || session.sequence !== sequence) return;
    if (session.startsAt <= now()) return;
    const { mentor, mentee } = session.pair;
    const choices = await tx.reminderChoice.findMany({
      where: { personId: { in: [mentor.id, mentee.id] } },
    });
    for (const [person, other] of [
      [mentor, mentee],
      [mentee, mentor],
    ] as const) {
      const chosen = choices.find(({ personId }) => personId === person.id)?.hours ?? USUAL_REMINDERS;
      if (!chosen.includes(hours)) continue;
      await queueMail(tx, {
        kind: "sessionReminder",
        to: person.user?.email ?? person.email,
        locale: person.user?.locale ?? "en",
        dedupeKey: `sessionReminder:${session.id}:${sequence}:${hours}:${person.id}`,
        params: {
          name: `${person.givenName} ${person.familyName}`,
          other: `${other.givenName} ${other.familyName}`,
          startsAt: session.startsAt.toISOString(),
          timeZone: zoneOf(person),
          minutes: session.durationMinutes,
          link: paths.session(session.id),
        },
      });
    }
  });
}
