import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { readStoredFile } from "#app/platform/files.server.ts";
import { FILE_ENDINGS, stripMetadata } from "#app/platform/stripped-file.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { hasLeft } from "#app/selection/lifecycle.ts";
import { isCandidate } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { dossierFactsOf, visibleTo, withheldFrom } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { isBlindTo } from "#app/selection/sheet/blind.ts";
import { blindName } from "./document.ts";

interface Order {
  readonly documentId: string;
}

interface Document {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A document of a candidacy, to its candidate, the state that nominated (but for what the candidate added), the
 * secretariat, auditors, members of the panel who judge it and the decision maker to whom it is recommended; these two get
 * a copy without metadata, under a name that says nothing. That it was read, and by whom, goes on record.
 */
export async function readDocument(actor: Actor, { documentId }: Order): Promise<Result<Document>> {
  const allowed = await inTransaction(async (tx) => {
    const document = await loadDocument(tx, documentId);
    const reading = document?.fileId ? await readingOf(tx, actor, document) : null;
    if (!document?.fileId || !reading) return refuse("notFound");
    await appendEvent(tx, actor, {
      kind: "document.read",
      subject: { type: "document", id: documentId },
      facts: { candidacyId: document.candidacy.id },
    });
    return ok({ ...document, fileId: document.fileId, reading });
  });
  if (!allowed.ok) return allowed;
  const { fileId, name, contentType, reading, kind, candidacy } = allowed.value;
  const bytes = await readStoredFile(fileId);
  if (reading === "whole") return ok({ name, contentType, bytes });
  const stripped = await stripMetadata(contentType, bytes);
  if (!stripped) return refuse("documentNotReadable");
  const place = candidacy.documents.findIndex(({ id }) => id === documentId) + 1;
  const blind = blindName(kind, place, FILE_ENDINGS[contentType] ?? "bin");
  return ok({ name: blind, contentType, bytes: stripped });
}

const loadDocument = (tx: Transaction, id: string) =>
  tx.candidacyDocument.findUnique({
    where: { id },
    select: {
      name: true,
      kind: true,
      contentType: true,
      fileId: true,
      ofCandidate: true,
      candidacy: {
        select: {
          id: true,
          state: true,
          personId: true,
          nomination: { select: { stateCode: true } },
          vacancy: { select: { panel: { select: { id: true } } } },
          documents: {
            where: { removedAt: null },
            orderBy: [{ createdAt: "asc" }, { id: "asc" }],
            select: { id: true },
          },
        },
      },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadDocument>>>;

/** How an actor may read a document: whole, without metadata, or not at all. */
async function readingOf(tx: Transaction, actor: Actor, document: Loaded): Promise<"whole" | "blind" | null> {
  const { candidacy, ofCandidate } = document;
  if (can(actor, "candidacy.follow", candidacy)) return "whole";
  if (actingState(actor) !== null) {
    return !ofCandidate && can(actor, "nomination.read", candidacy.nomination) ? "whole" : null;
  }
  const panelId = candidacy.vacancy.panel?.id;
  const panel = panelId ? await loadPanel(tx, panelId) : null;
  if (!panel) return can(actor, "candidacy.read") ? "whole" : null;
  if (withheldFrom(panel, actor).has(candidacy.id)) return null;
  // A document names its author on every page: it opens to the members of a blind panel with the reveal.
  if (isBlindTo(panel, actor)) return null;
  if (await isCandidate(tx, panel.vacancyId, actor)) return null;
  if (can(actor, "candidacy.read")) return "whole";
  const assesses =
    !hasLeft(candidacy.state) &&
    visibleTo(panel, actor).includes(candidacy.id) &&
    can(actor, "dossier.read", dossierFactsOf(panel, candidacy.id, actor));
  return assesses ? "blind" : null;
}
