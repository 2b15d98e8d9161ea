import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/** The leader lets the next mentor read what the last one handed over. */
export function shareHandOver(actor: Actor, engagementId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "handOver.share", { personId: pair.mentee.id })) return refuse("notFound");
    const { count } = await tx.handOver.updateMany({
      where: { engagementId, sharedAt: null },
      data: { sharedAt: now() },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "handOver.shared",
      subject: { type: "engagement", id: engagementId },
    });
    return ok();
  });
}
