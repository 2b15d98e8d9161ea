import type { Actor } from "#app/access/actor.ts";
import { unsealUnder } from "#app/platform/cipher.server.ts";
import { database } from "#app/platform/database.server.ts";
import { findKeys } from "./engagement-keys.queries.server.ts";
import { commentBoundTo } from "./session-note.ts";

/** The feedback that an actor gave on a session, its comment opened for them; null where they gave none. */
export async function findOwnFeedback(
  { personId }: Actor,
  { id: sessionId, engagementId }: { readonly id: string; readonly engagementId: string },
) {
  if (personId === null) return null;
  const given = await database().sessionFeedback.findUnique({
    where: { sessionId_personId: { sessionId, personId } },
    select: { usefulness: true, sealedComment: true, givenAt: true },
  });
  if (!given) return null;
  const { usefulness, sealedComment, givenAt } = given;
  const keys = sealedComment === null ? null : await findKeys(database(), engagementId, personId);
  return {
    usefulness,
    comment:
      sealedComment !== null && keys?.own
        ? unsealUnder(keys.own, sealedComment, commentBoundTo({ sessionId, personId }))
        : "",
    givenAt: givenAt.toISOString(),
  };
}
