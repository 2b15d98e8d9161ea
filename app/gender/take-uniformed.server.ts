import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { readStoredFile } from "#app/platform/files.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { hashedMonths, readTable } from "./uniformed-import.queries.server.ts";
import type { UniformedLine } from "./uniformed-table.ts";

interface Order {
  readonly importId: string;
  /** That rows were refused is known, and the others are wanted without them. */
  readonly withoutRefused: boolean;
}

/**
 * Takes a checked file in, all of it or nothing: a month that is new is added, one that differs takes the place of the one
 * that stood, which is kept, and one that is the same stays. Where rows were refused, only on an explicit word.
 */
export async function takeUniformed(
  actor: Actor,
  { importId, withoutRefused }: Order,
): Promise<Result<{ changed: number; unchanged: number }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "uniformed.import")) return refuse("notPermitted");
  const order = await database().uniformedImport.findUnique({
    where: { id: importId },
    select: { fileId: true },
  });
  if (!order) return refuse("notFound");
  const sheet = await readSpreadsheet(await readStoredFile(order.fileId));
  const table = sheet.ok ? await readTable(sheet.value, now().toISOString().slice(0, 10)) : null;
  if (!table) return refuse("uniformedColumns");
  if (table.refusedRows > 0 && !withoutRefused)
    return refuse("uniformedRefused", { rows: table.refusedRows }, "withoutRefused");
  if (table.lines.length === 0) return refuse("uniformedNothing");
  try {
    return await inTransaction(
      async (tx) => {
        const { count } = await tx.uniformedImport.updateMany({
          where: { id: importId, state: "checked" },
          data: { state: "taken", refused: table.refusedRows, endedById: userId, endedAt: now() },
        });
        if (count === 0) return refuse("uniformedEnded");
        const months = hashedMonths(table);
        const changed: string[] = [];
        for (const { month, lines, hash } of months) {
          if (await replaceMonth(tx, { importId, cut: table.cut, month, lines, hash })) changed.push(month);
        }
        await appendEvent(tx, actor, {
          kind: "uniformed.taken",
          subject: { type: "uniformedImport", id: importId },
          facts: { cut: table.cut, months: changed, refused: table.refusedRows },
        });
        return ok({ changed: changed.length, unchanged: months.length - changed.length });
      },
      "Serializable",
      "job",
    );
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}

interface Month {
  readonly importId: string;
  readonly cut: "full" | "category" | "state";
  readonly month: string;
  readonly lines: readonly UniformedLine[];
  readonly hash: string;
}

async function replaceMonth(tx: Transaction, { importId, cut, month, lines, hash }: Month): Promise<boolean> {
  const on = new Date(month);
  const last = await tx.uniformedMonth.findFirst({
    where: { cut, month: on },
    orderBy: { version: "desc" },
    select: { id: true, version: true, contentHash: true },
  });
  if (last?.contentHash === hash) return false;
  if (last) await tx.uniformedMonth.update({ where: { id: last.id }, data: { supersededAt: now() } });
  const { id } = await tx.uniformedMonth.create({
    data: {
      ...{ cut, month: on, version: (last?.version ?? 0) + 1 },
      ...{ importId, contentHash: hash, takenAt: now() },
    },
    select: { id: true },
  });
  const rows = lines.map(({ month: _, ...line }, position) => ({ monthId: id, position, ...line }));
  await insertRows(tx, "UniformedCount", rows);
  return true;
}
