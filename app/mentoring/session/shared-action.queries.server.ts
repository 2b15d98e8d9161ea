import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { unsealUnder } from "#app/platform/cipher.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { findKeys } from "./engagement-keys.queries.server.ts";
import { actionBoundTo } from "./session-note.ts";
import { factsOf, loadPair } from "./session-state.queries.server.ts";

/** More than two people agree upon in a year. */
const MOST = 200;

/** What a pair agreed to do, what is open first; null for everybody but the two. */
export async function readActions(actor: Actor, engagementId: string) {
  const pair = await loadPair(database(), engagementId);
  if (!pair || !can(actor, "note.write", factsOf(pair))) return null;
  const [keys, actions] = await Promise.all([
    findKeys(database(), pair.id, null),
    database().sharedAction.findMany({
      where: { engagementId: pair.id },
      orderBy: [
        { doneAt: { sort: "desc", nulls: "first" } },
        { dueOn: { sort: "asc", nulls: "last" } },
        { id: "asc" },
      ],
      take: MOST,
    }),
  ]);
  const { pair: key } = keys;
  const nameOf = (side: typeof pair.mentor) => `${side.givenName} ${side.familyName}`;
  const [mentor, mentee] = [nameOf(pair.mentor), nameOf(pair.mentee)];
  const whose = (ownerId: string | null) =>
    ownerId === null ? null : ownerId === pair.mentor.id ? mentor : mentee;
  return {
    ...{ engagementId: pair.id, mentor, mentee, active: pair.state === "active" },
    actions: actions.flatMap(({ id, ownerId, sealed, dueOn, doneAt }) =>
      key
        ? [
            {
              ...{ id, owner: whose(ownerId), text: unsealUnder(key, sealed, actionBoundTo(id)) },
              dueOn: dueOn && dayOf(dueOn),
              doneOn: doneAt && dayOf(doneAt),
            },
          ]
        : [],
    ),
  };
}
