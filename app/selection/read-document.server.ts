import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyFactsOf, visibleTo, withheldFrom } from "./panel-facts.ts";
import { loadPanel } from "./panel-state.queries.server.ts";

interface Order {
  readonly documentId: string;
}

interface Document {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A document of a candidacy, to its candidate, the state that nominated, the secretariat, auditors, and members of the
 * panel who judge it. That it was read, and by whom, goes on record.
 */
export function readDocument(actor: Actor, { documentId }: Order): Promise<Result<Document>> {
  return inTransaction(async (tx) => {
    const document = await loadDocument(tx, documentId);
    if (!document || !(await mayRead(tx, actor, document.candidacy))) return refuse("notFound");
    const file = await tx.storedFile.findUnique({ where: { id: document.fileId }, select: { bytes: true } });
    if (!file) throw new Error(`Document ${documentId} has no file`);
    await appendEvent(tx, actor, {
      kind: "document.read",
      subject: { type: "document", id: documentId },
      facts: { candidacyId: document.candidacy.id },
    });
    const { name, contentType } = document;
    return ok({ name, contentType, bytes: new Uint8Array(file.bytes) });
  });
}

const loadDocument = (tx: Transaction, id: string) =>
  tx.candidacyDocument.findUnique({
    where: { id },
    select: {
      name: true,
      contentType: true,
      fileId: true,
      candidacy: {
        select: {
          id: true,
          personId: true,
          nomination: { select: { stateCode: true } },
          vacancy: { select: { panel: { select: { id: true } } } },
        },
      },
    },
  });
type OfCandidacy = NonNullable<Awaited<ReturnType<typeof loadDocument>>>["candidacy"];

async function mayRead(tx: Transaction, actor: Actor, candidacy: OfCandidacy): Promise<boolean> {
  if (can(actor, "candidacy.follow", candidacy)) return true;
  if (actor.role === "focalPoint") return can(actor, "nomination.read", candidacy.nomination);
  const panelId = candidacy.vacancy.panel?.id;
  const panel = panelId ? await loadPanel(tx, panelId) : null;
  if (!panel) return can(actor, "candidacy.read");
  if (withheldFrom(panel, actor).has(candidacy.id)) return false;
  if (can(actor, "candidacy.read")) return true;
  return (
    visibleTo(panel, actor).includes(candidacy.id) &&
    can(actor, "dossier.read", candidacyFactsOf(panel, candidacy.id, actor))
  );
}
