import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { checkSheet, readImport } from "./import-check.queries.server.ts";
import type { CellProblem } from "./import-sheet.ts";

/** Bad cells that are kept to be shown; a sheet with more has one fault many times over. */
const PROBLEMS_KEPT = 500;

/** The dry run: a sheet is checked, and found ready or refused with each bad cell named. Nothing is entered. */
export async function checkImport(importId: string): Promise<void> {
  const order = await readImport(database(), importId);
  if (order?.state !== "checking") return;
  const checked = await checkSheet(database(), order);
  const problems = checked?.problems ?? [];
  if (!checked || problems.length > 0) await refuseImport(importId, "checking", problems);
  else
    await database().nominationImport.updateMany({
      where: { id: importId, state: "checking" },
      data: { state: "ready", rows: checked.nominees.length, exampleRow: checked.exampleRow },
    });
}

/** Ends an import of which nothing was taken, with what was wrong. */
export async function refuseImport(
  importId: string,
  from: "checking" | "running",
  problems: readonly CellProblem[],
): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await tx.nominationImport.updateMany({
      where: { id: importId, state: from },
      data: {
        state: problems.length > 0 ? "refused" : "failed",
        problemCount: problems.length,
        problems: problems.slice(0, PROBLEMS_KEPT).map((problem) => ({ ...problem })),
        finishedAt: now(),
      },
    });
    if (ended.count !== 1) return;
    await appendEvent(tx, null, {
      kind: "import.refused",
      subject: { type: "import", id: importId },
      facts: { problems: problems.length },
    });
  });
}
