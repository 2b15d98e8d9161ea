import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/** Takes a document out of a candidacy's file: nobody is served it any more, its bytes are swept away, its hash stays. */
export async function takeDocumentOut(
  tx: Transaction,
  actor: Actor,
  { documentId, candidacyId }: { readonly documentId: string; readonly candidacyId: string },
): Promise<boolean> {
  const { count } = await tx.candidacyDocument.updateMany({
    where: { id: documentId, candidacyId, removedAt: null, ofCandidate: true },
    data: { removedAt: now(), fileId: null },
  });
  if (count !== 1) return false;
  await appendEvent(tx, actor, {
    kind: "document.removed",
    subject: { type: "document", id: documentId },
    facts: { candidacyId },
  });
  return true;
}
