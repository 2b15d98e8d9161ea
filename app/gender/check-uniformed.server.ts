import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { keepFile } from "#app/platform/files.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readTable } from "./uniformed-import.queries.server.ts";

interface Order {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Of the rows refused so many are kept with their reasons; their number is told whole. */
const KEPT_PROBLEMS = 300;

const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Checks a file of monthly figures and keeps what was found. No figure changes before somebody takes the file in. */
export async function checkUniformed(
  actor: Actor,
  { name, bytes }: Order,
): Promise<Result<{ importId: string }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "uniformed.import")) return refuse("notPermitted");
  const sheet = await readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const table = await readTable(sheet.value, now().toISOString().slice(0, 10));
  if (!table) return refuse("uniformedColumns", {}, "sheet");
  if (table.rows === 0) return refuse("fileEmpty", {}, "sheet");
  const { cut, rows, problems, refusedRows } = table;
  const file = await keepFile({ name, contentType: TYPES[sheet.value.format], bytes });
  return inTransaction(async (tx) => {
    const { id } = await tx.uniformedImport.create({
      data: {
        ...{ fileId: file.fileId, fileName: name.slice(-120), sha256: file.sha256, cut, rows },
        ...{ refused: refusedRows, problems: problems.slice(0, KEPT_PROBLEMS).map((one) => ({ ...one })) },
        ...{ startedById: userId, createdAt: now() },
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "uniformed.checked",
      subject: { type: "uniformedImport", id },
      facts: { cut, rows, refused: refusedRows, sha256: file.sha256 },
    });
    return ok({ importId: id });
  });
}
