import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { type KeptFile, keepFile, type Upload } from "#app/platform/files.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { DocumentKind } from "#app/selection/nomination/nominee-check.ts";

interface Order {
  readonly draftId: string;
  readonly kind: DocumentKind;
  readonly document: Upload;
}

const loadDraft = async (tx: Transaction, actor: Actor, draftId: string) => {
  const draft = await tx.nomineeDraft.findUnique({
    where: { id: draftId },
    select: { callId: true, stateCode: true, createdById: true, submittedAt: true },
  });
  return draft && can(actor, "draft.write", draft) ? draft : null;
};

/** Puts a document with a draft, in the place of one of its kind where there is one. */
export async function addDraftDocument(
  actor: Actor,
  { draftId, kind, document }: Order,
): Promise<Result<{ documentId: string }>> {
  if (!(await inTransaction((tx) => loadDraft(tx, actor, draftId)))) return refuse("notFound");
  const file = await keepFile(document);
  return inTransaction((tx) => keep(tx, actor, { draftId, kind, file }), "Serializable");
}

interface Kept extends Pick<Order, "draftId" | "kind"> {
  readonly file: KeptFile;
}

async function keep(tx: Transaction, actor: Actor, { draftId, kind, file }: Kept) {
  const draft = await loadDraft(tx, actor, draftId);
  if (!draft || actor.userId === null) return refuse("notFound");
  if (draft.submittedAt) return refuse("draftSubmitted");
  await dropDocument(tx, actor, { draftId, kind });
  const { id } = await tx.draftDocument.create({
    data: { draftId, kind, ...file, addedById: actor.userId },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "draft.documentAdded",
    subject: { type: "draft", id: draftId },
    facts: { documentId: id, documentKind: kind, size: file.size },
    committed: { sha256: file.sha256 },
  });
  return ok({ documentId: id });
}

/** Takes a document away from a draft, if there is one of its kind. */
export function removeDraftDocument(
  actor: Actor,
  { draftId, kind }: Omit<Order, "document">,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const draft = await loadDraft(tx, actor, draftId);
    if (!draft) return refuse("notFound");
    if (draft.submittedAt) return refuse("draftSubmitted");
    await dropDocument(tx, actor, { draftId, kind });
    return ok();
  }, "Serializable");
}

async function dropDocument(tx: Transaction, actor: Actor, { draftId, kind }: Omit<Order, "document">) {
  const before = await tx.draftDocument.findUnique({
    where: { draftId_kind: { draftId, kind } },
    select: { id: true, fileId: true },
  });
  if (!before) return;
  await tx.draftDocument.delete({ where: { id: before.id } });
  await tx.storedFile.delete({ where: { id: before.fileId } });
  await appendEvent(tx, actor, {
    kind: "draft.documentRemoved",
    subject: { type: "draft", id: draftId },
    facts: { documentId: before.id, documentKind: kind },
  });
}
