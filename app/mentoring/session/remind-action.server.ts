import { paths } from "#app/paths.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { loadPair } from "./session-state.queries.server.ts";

/**
 * Reminds whoever is to do a shared action that its day comes; what it is stands on their page alone. Run again, or for
 * one that is done or whose pair has ended, it does nothing.
 */
export function remindAction(actionId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const action = await tx.sharedAction.findUnique({ where: { id: actionId } });
    if (!action?.dueOn || action.doneAt) return;
    const pair = await loadPair(tx, action.engagementId);
    if (pair?.state !== "active") return;
    for (const [person, other] of [
      [pair.mentor, pair.mentee],
      [pair.mentee, pair.mentor],
    ] as const) {
      if (action.ownerId !== null && action.ownerId !== person.id) continue;
      await queueMail(tx, {
        kind: "actionReminder",
        to: person.user?.email ?? person.email,
        locale: person.user?.locale ?? "en",
        dedupeKey: `actionReminder:${action.id}:${person.id}`,
        params: {
          name: `${person.givenName} ${person.familyName}`,
          other: `${other.givenName} ${other.familyName}`,
          dueOn: dayOf(action.dueOn),
          link: paths.sharedActions(pair.id),
        },
      });
    }
  });
}
