import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { KeptFile } from "#app/platform/files.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { DocumentKind } from "./document.ts";

interface NewDocument {
  readonly candidacyId: string;
  readonly personId: string;
  readonly kind: DocumentKind;
  /** Stored before the transaction began. */
  readonly file: KeptFile;
  /** None where it came by a link. */
  readonly addedById: string | null;
  readonly ofCandidate: boolean;
  /** The document that it takes the place of. */
  readonly replacesId?: string;
}

/** Puts a stored file into a candidacy's file, and its hash into the record. */
export async function keepDocument(tx: Transaction, actor: Actor, document: NewDocument): Promise<string> {
  const { candidacyId, personId, kind, file, addedById, ofCandidate, replacesId } = document;
  const { id } = await tx.candidacyDocument.create({
    data: { candidacyId, kind, ...file, addedById, ofCandidate, replacesId, createdAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "document.added",
    subject: { type: "document", id },
    facts: { candidacyId, documentKind: kind, size: file.size, replaces: replacesId ?? null },
    committed: { sha256: file.sha256 },
  });
  await enqueue(tx, "findDuplicates", { personId }, `duplicates:${personId}`);
  return id;
}
