import type { Actor } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { log } from "#app/platform/log.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";
import { noteStart } from "#app/selection/call/note-start.server.ts";
import { enterSheet, submitSheetLists } from "#app/selection/sheet/enter-sheet.server.ts";
import { writeSheetDrafts } from "#app/selection/sheet/write-sheet-drafts.server.ts";
import { refuseImport } from "./check-import.server.ts";
import {
  type CheckedImport,
  checkSheet,
  readImport,
  type StoredImport,
} from "./import-check.queries.server.ts";

/** Rows written between two reports of progress. */
const CHUNK = 500;

/** Takes a checked sheet, all of it or nothing; how far it has come is told outside the transaction. */
export async function runImport(importId: string): Promise<void> {
  const order = await readImport(database(), importId);
  if (order?.state !== "running") return;
  try {
    const checked = await checkSheet(database(), order);
    if (!checked || checked.problems.length > 0)
      return await refuseImport(importId, "running", checked?.problems ?? []);
    const author = await authorOf(order);
    await inTransaction((tx) => take(tx, author, order, checked), "Serializable", "job");
  } catch (error) {
    log.error({ error, importId }, "an import could not be carried through");
    await refuseImport(importId, "running", []);
  }
}

async function take(tx: Transaction, author: Author, order: StoredImport, checked: CheckedImport) {
  const { id: importId, stateCode } = order;
  const { nominees, call } = checked;
  await noteStart(tx, { userId: author.userId, stateCode }, call.id);
  for (let at = 0; at < nominees.length; at += CHUNK) {
    const rows = nominees.slice(at, at + CHUNK);
    if (stateCode === null) await enterSheet(tx, author, { importId, call, nominees: rows });
    else await writeSheetDrafts(tx, author, { callId: call.id, stateCode, nominees: rows });
    await database().importProgress.update({ where: { importId }, data: { done: at + rows.length } });
  }
  if (stateCode === null) await submitSheetLists(tx, author, { importId, call, nominees });
  await tx.nominationImport.update({ where: { id: importId }, data: { state: "done", finishedAt: now() } });
  await appendEvent(tx, author, {
    kind: "import.done",
    subject: { type: "import", id: importId },
    facts: { callId: call.id, stateCode, rows: nominees.length },
  });
  const { name, email: to, locale } = await tx.user.findUniqueOrThrow({ where: { id: author.userId } });
  await queueMail(tx, {
    ...{ kind: "importDone", to, locale, dedupeKey: `importDone:${importId}` },
    params: { name, call: nameOfCall(locale, call), count: nominees.length, link: paths.import(importId) },
  });
}

interface Author extends Actor {
  readonly userId: string;
}

/** Whoever sent the sheet, in the role in which they did. */
async function authorOf({ startedById, stateCode }: StoredImport): Promise<Author> {
  const { name, locale, timeZone } = await database().user.findUniqueOrThrow({ where: { id: startedById } });
  const role = stateCode === null ? "secretariat" : "focalPoint";
  return { userId: startedById, personId: null, name, role, stateCode, roles: [], locale, timeZone };
}
