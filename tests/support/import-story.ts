import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { checkImport } from "#app/selection/nomination/check-import.server.ts";
import { EXAMPLE, IMPORT_COLUMNS, type ImportColumn } from "#app/selection/nomination/import-columns.ts";
import { orderImport } from "#app/selection/nomination/order-import.server.ts";
import { runImport } from "#app/selection/nomination/run-import.server.ts";
import { startImport } from "#app/selection/nomination/start-import.server.ts";
import { must } from "./must.ts";

type Row = Partial<Record<ImportColumn, string>>;

/** A row of a sheet in which nothing is wrong. */
export const someRow = (changes: Row = {}): Row => ({
  ...{ ...EXAMPLE, givenName: "Esi" },
  email: `${randomUUID()}@example.org`,
  familyName: `Sample ${randomUUID().slice(0, 6)}`,
  ...changes,
});

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** The rows as a CSV file, in UTF-8 unless another encoding is asked for. */
export function csvOf(
  rows: readonly Row[],
  {
    columns = IMPORT_COLUMNS,
    encoding = "utf8",
  }: { columns?: readonly ImportColumn[]; encoding?: "utf8" | "latin1" } = {},
): Uint8Array<ArrayBuffer> {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return new Uint8Array(Buffer.from(lines.map((line) => line.map(quoted).join(",")).join("\r\n"), encoding));
}

/** Sends a sheet and has it checked, as the job does. */
export async function sendSheet(
  actor: Actor,
  callId: string,
  bytes: Uint8Array<ArrayBuffer>,
  name = "sheet.csv",
) {
  const { importId } = must(await startImport(actor, { callId, name, bytes }));
  await checkImport(importId);
  return importId;
}

/** The same, where the sheet is found good and taken in. */
export async function importSheet(actor: Actor, callId: string, rows: readonly Row[]) {
  const importId = await sendSheet(actor, callId, csvOf(rows));
  must(await orderImport(actor, { importId }));
  await runImport(importId);
  return importId;
}

export const importAt = (id: string) =>
  database().nominationImport.findUniqueOrThrow({ where: { id }, include: { progress: true } });
