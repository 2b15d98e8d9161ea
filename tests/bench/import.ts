import { performance } from "node:perf_hooks";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { checkImport } from "#app/selection/nomination/check-import.server.ts";
import { orderImport } from "#app/selection/nomination/order-import.server.ts";
import { runImport } from "#app/selection/nomination/run-import.server.ts";
import { startImport } from "#app/selection/nomination/start-import.server.ts";
import { csvOf, someRow } from "#tests/support/import-story.ts";
import { must } from "#tests/support/must.ts";
import { callOf } from "#tests/support/nominee-story.ts";
import { anOpenCall } from "#tests/support/selection-story.ts";

/** How often the progress is looked at while the sheet is entered. */
const LOOK_MS = 250;

/** Seconds that each part of an import took, and how often its progress was seen to move. */
export interface ImportTimes {
  readonly sent: number;
  readonly checked: number;
  readonly entered: number;
  readonly moves: number;
}

/**
 * Imports a sheet of so many nominees, every state's in turn, as the secretariat does: sent, checked, entered.
 *
 * @throws where not every row was entered
 */
export async function measureImport(rows: number): Promise<ImportTimes> {
  const { vacancyId, officer } = await anOpenCall("UNTSO");
  const callId = await callOf(vacancyId);
  const states = await database().state.findMany({ select: { code: true }, orderBy: { code: "asc" } });
  const bytes = csvOf(
    Array.from({ length: rows }, (_, n) => someRow({ state: states[n % states.length]?.code ?? "GH" })),
  );
  const [{ importId }, sent] = await timed(async () =>
    must(await startImport(officer, { callId, name: "sheet.csv", bytes })),
  );
  const [, checked] = await timed(() => checkImport(importId));
  const [moves, entered] = await timed(() => enter(officer, importId));
  const done = await database().nomination.count({ where: { importId } });
  if (done !== rows) throw new Error(`${done} of ${rows} rows were entered.`);
  return { sent, checked, entered, moves };
}

/** Enters a checked sheet; answers how often its progress was seen to move meanwhile. */
async function enter(officer: Actor, importId: string) {
  must(await orderImport(officer, { importId }));
  const seen = new Set<number>();
  const looking = setInterval(async () => {
    const progress = await database().importProgress.findUnique({ where: { importId } });
    if (progress) seen.add(progress.done);
  }, LOOK_MS);
  await runImport(importId).finally(() => clearInterval(looking));
  return seen.size;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const value = await work();
  return [value, (performance.now() - began) / 1000];
}
