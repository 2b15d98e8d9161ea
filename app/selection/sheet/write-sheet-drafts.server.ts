import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import type { SheetNominee } from "#app/selection/nomination/import-sheet.ts";

interface Author extends Actor {
  readonly userId: string;
}

interface Order {
  readonly callId: string;
  readonly stateCode: string;
  readonly nominees: readonly SheetNominee[];
}

/** Puts the nominees of a sheet on a state's own list as drafts, to be looked at, completed and submitted. */
export async function writeSheetDrafts(
  tx: Transaction,
  author: Author,
  { callId, stateCode, nominees }: Order,
) {
  const at = now();
  const drafts = nominees.map(({ file }) => ({ id: randomUUID(), file }));
  await tx.nomineeDraft.createMany({
    data: drafts.map(({ id, file }) => ({
      ...{ id, callId, stateCode, content: file, version: 1, createdAt: at, updatedAt: at },
      ...{ createdById: author.userId, updatedById: author.userId },
    })),
  });
  await appendEvents(
    tx,
    author,
    drafts.map(({ id, file }) => ({
      kind: "draft.opened",
      subject: { type: "draft", id },
      facts: { callId, stateCode },
      committed: { file },
    })),
  );
}
