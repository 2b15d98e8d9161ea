import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { keepFile } from "#app/platform/files.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";

interface Order {
  readonly callId: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * Takes a sheet of nominees to be checked: a focal point's for the state's own list, the secretariat's for several
 * states. Nothing is entered before every cell was found good and somebody gives the word.
 */
export async function startImport(
  actor: Actor,
  { callId, name, bytes }: Order,
): Promise<Result<{ importId: string }>> {
  const { userId } = actor;
  const stateCode = actingState(actor);
  if (userId === null || !can(actor, "import.run", { stateCode })) return refuse("notPermitted");
  const sheet = await readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const { format, encoding, rows } = sheet.value;
  const file = await keepFile({ name, contentType: TYPES[format], bytes });
  return inTransaction(async (tx) => {
    const call = await readCallFacts(tx, callId, now());
    if (!call || (stateCode !== null && !isFor(call, stateCode))) return refuse("notFound");
    if (call.phase === "announced") return refuse("callNotOpenYet");
    if (!takesNominations(call.phase)) return refuse("callClosed");
    const { id } = await tx.nominationImport.create({
      data: {
        ...{ callId, stateCode, fileId: file.fileId, fileName: name.slice(-120), sha256: file.sha256 },
        ...{ format, encoding, rows: rows.length - 1, startedById: userId, createdAt: now() },
      },
      select: { id: true },
    });
    await enqueue(tx, "checkImport", { importId: id }, `checkImport:${id}`);
    await appendEvent(tx, actor, {
      kind: "import.started",
      subject: { type: "import", id },
      facts: { callId, stateCode, rows: rows.length - 1, format, encoding },
      committed: { sha256: file.sha256 },
    });
    return ok({ importId: id });
  });
}
