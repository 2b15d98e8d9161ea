import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import {
  database,
  inTransaction,
  isDuplicate,
  type Reader,
  type Transaction,
} from "#app/platform/database.server.ts";
import { type KeptFile, keepFile, sha256Of, type Upload } from "#app/platform/files.server.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { type DocumentKind, MOST_DOCUMENTS } from "./document.ts";
import { keepDocument } from "./keep-document.server.ts";
import { takeDocumentOut } from "./take-document-out.server.ts";

interface Order {
  readonly candidacyId: string;
  readonly kind: DocumentKind;
  readonly upload: Upload;
  /** The candidate's own document that it takes the place of. */
  readonly replaces?: string;
}

/** The candidate adds a document to the file, or puts one in another's place, until the file is screened. */
export async function addDocument(actor: Actor, order: Order): Promise<Result<{ documentId: string }>> {
  const allowed = await mayAdd(database(), actor, order);
  if (!allowed.ok) return allowed;
  const file = await keepFile(order.upload);
  try {
    return await inTransaction((tx) => add(tx, actor, order, file), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}

async function add(tx: Transaction, actor: Actor, order: Order, file: KeptFile) {
  const { candidacyId, kind, replaces } = order;
  const allowed = await mayAdd(tx, actor, order);
  if (!allowed.ok) return allowed;
  const { personId, userId, version } = allowed.value;
  const moved = await tx.candidacy.updateMany({
    where: { id: candidacyId, version },
    data: { version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("changedMeanwhile");
  if (replaces) await takeDocumentOut(tx, actor, { documentId: replaces, candidacyId });
  const document = {
    candidacyId,
    personId,
    kind,
    file,
    addedById: userId,
    ofCandidate: true,
    replacesId: replaces,
  };
  return ok({ documentId: await keepDocument(tx, actor, document) });
}

/** Whether the document may be added, decided before the file is stored and again when it is referred to. */
async function mayAdd(reader: Reader, actor: Actor, { candidacyId, replaces, upload }: Order) {
  const { userId } = actor;
  const candidacy = await reader.candidacy.findUnique({
    where: { id: candidacyId },
    select: {
      state: true,
      version: true,
      personId: true,
      vacancy: { select: { state: true } },
      documents: { where: { removedAt: null }, select: { id: true, ofCandidate: true, sha256: true } },
    },
  });
  if (!candidacy || userId === null || !can(actor, "document.keep", candidacy)) return refuse("notFound");
  const next = take(candidacyTransitions.keepFile, candidacy.state, {
    vacancyState: candidacy.vacancy.state,
  });
  if (!next.ok) return next;
  const replaced = candidacy.documents.find(({ id }) => id === replaces);
  if (replaces && !replaced?.ofCandidate) return refuse("documentGone", {}, "replaces");
  if (!replaces && candidacy.documents.length >= MOST_DOCUMENTS)
    return refuse("tooManyDocuments", { most: MOST_DOCUMENTS }, "document");
  const sha256 = sha256Of(upload.bytes);
  if (candidacy.documents.some((document) => document.sha256 === sha256))
    return refuse("documentThere", {}, "document");
  return ok({ personId: candidacy.personId, version: candidacy.version, userId });
}
