import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { callOfDiscarded } from "./find-discarded.server.ts";

interface Order {
  readonly draftId: string;
  /** The version that was in sight: a colleague's newer text is not thrown away unseen. */
  readonly version: number;
}

/**
 * Takes a draft off the list, with its documents; what was submitted is withdrawn instead. Asked twice by the same
 * account, it is done once and answered alike.
 */
export function discardDraft(actor: Actor, { draftId, version }: Order): Promise<Result<{ callId: string }>> {
  return inTransaction(async (tx) => {
    const draft = await tx.nomineeDraft.findUnique({
      where: { id: draftId },
      select: {
        callId: true,
        stateCode: true,
        createdById: true,
        submittedAt: true,
        documents: { select: { fileId: true } },
      },
    });
    if (!draft) {
      const callId = await callOfDiscarded(tx, actor, draftId);
      return callId === null ? refuse("notFound") : ok({ callId });
    }
    if (!can(actor, "draft.write", draft)) return refuse("notFound");
    if (draft.submittedAt) return refuse("draftSubmitted");
    const gone = await tx.nomineeDraft.deleteMany({ where: { id: draftId, version, submittedAt: null } });
    if (gone.count !== 1) {
      const callId = await callOfDiscarded(tx, actor, draftId);
      return callId === null ? refuse("changedMeanwhile") : ok({ callId });
    }
    await tx.storedFile.deleteMany({ where: { id: { in: draft.documents.map(({ fileId }) => fileId) } } });
    await appendEvent(tx, actor, {
      kind: "draft.discarded",
      subject: { type: "draft", id: draftId },
      facts: { callId: draft.callId, stateCode: draft.stateCode },
    });
    return ok({ callId: draft.callId });
  });
}
