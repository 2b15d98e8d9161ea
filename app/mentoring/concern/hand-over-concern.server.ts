import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { nextHandler } from "./concern-handler.queries.server.ts";
import { tellHandler } from "./tell-concern.server.ts";

/**
 * Whoever raised a concern lets the officer named now read it, once the one who had it is an officer no more. Nobody
 * else can: what was written was written to one person.
 */
export function handOverConcern(actor: Actor, concernId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const concern = await tx.concern.findUnique({
      where: { id: concernId },
      select: { personId: true, state: true, handlerId: true },
    });
    if (!concern || !can(actor, "concern.follow", concern)) return refuse("notFound");
    if (concern.state === "closed") return refuse("concernClosed");
    const next = await nextHandler(tx, concernId);
    if (next === null) return refuse("wrongState");
    if (next.userId === null) return refuse("noContact");
    const { count } = await tx.concern.updateMany({
      where: { id: concernId, handlerId: concern.handlerId, state: concern.state },
      data: { handlerId: next.userId },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    // As when it was raised, the record does not say by whom.
    await appendEvent(tx, null, {
      kind: "concern.handedOver",
      subject: { type: "concern", id: concernId },
      facts: { userId: next.userId },
    });
    await tellHandler(tx, concernId, `${concernId}:${next.userId}`);
    return ok();
  });
}
