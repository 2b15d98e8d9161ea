import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/** Puts a checked file aside: it is not taken in any more. */
export async function dropUniformed(
  actor: Actor,
  { importId }: { readonly importId: string },
): Promise<Result<void>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "uniformed.import")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const { count } = await tx.uniformedImport.updateMany({
      where: { id: importId, state: "checked" },
      data: { state: "dropped", endedById: userId, endedAt: now() },
    });
    if (count === 0) return refuse("uniformedEnded");
    const subject = { type: "uniformedImport", id: importId };
    await appendEvent(tx, actor, { kind: "uniformed.dropped", subject });
    return ok();
  });
}
