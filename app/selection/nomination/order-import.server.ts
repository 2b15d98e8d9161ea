import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";

interface Order {
  readonly importId: string;
}

/** Gives the word that a checked sheet be taken, once: a job then enters all of it or nothing. */
export function orderImport(actor: Actor, { importId }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await tx.nominationImport.findUnique({
      where: { id: importId },
      select: { stateCode: true, state: true },
    });
    if (!found || !can(actor, "import.run", found)) return refuse("notFound");
    const moved = await tx.nominationImport.updateMany({
      where: { id: importId, state: "ready" },
      data: { state: "running" },
    });
    if (moved.count !== 1)
      return found.state === "running" || found.state === "done" ? ok() : refuse("importNotReady");
    await tx.importProgress.upsert({ where: { importId }, create: { importId }, update: { done: 0 } });
    await enqueue(tx, "runImport", { importId }, `runImport:${importId}`);
    return ok();
  });
}
