import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { takeDocumentOut } from "./take-document-out.server.ts";

/** The candidate takes back a document that they added, until the file is screened. */
export function removeDocument(
  actor: Actor,
  { documentId }: { readonly documentId: string },
): Promise<Result<{ candidacyId: string }>> {
  return inTransaction(async (tx) => {
    const document = await tx.candidacyDocument.findUnique({
      where: { id: documentId, removedAt: null, ofCandidate: true },
      select: {
        candidacy: {
          select: {
            id: true,
            state: true,
            version: true,
            personId: true,
            vacancy: { select: { state: true } },
          },
        },
      },
    });
    if (!document || !can(actor, "document.keep", document.candidacy)) return refuse("notFound");
    const { id: candidacyId, state, version, vacancy } = document.candidacy;
    const next = take(candidacyTransitions.keepFile, state, { vacancyState: vacancy.state });
    if (!next.ok) return next;
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, version },
      data: { version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    const gone = await takeDocumentOut(tx, actor, { documentId, candidacyId });
    return gone ? ok({ candidacyId }) : refuse("changedMeanwhile");
  }, "Serializable");
}
