import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { PairVerdict } from "./duplicate.ts";
import { loadPair } from "./duplicate-state.queries.server.ts";

interface Order {
  readonly pairId: string;
  readonly verdict: PairVerdict;
}

/** Two people on file are two: they are not suspected again, however alike. */
export function tellPeopleApart(actor: Actor, { pairId, verdict }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = can(actor, "duplicate.decide") ? await loadPair(tx, actor, pairId) : null;
    if (!pair) return refuse("notFound");
    if (pair.state !== "suspected") return refuse("pairDecided");
    const decided = await tx.duplicatePair.updateMany({
      where: { id: pairId, state: "suspected", version: verdict.version },
      data: {
        ...{ state: "different", note: verdict.note || null },
        ...{ decidedById: actor.userId, decidedAt: now(), version: { increment: 1 } },
      },
    });
    if (decided.count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "people.toldApart",
      subject: { type: "person", id: pair.first.id },
      facts: { otherId: pair.second.id },
      committed: verdict.note === "" ? {} : { note: verdict.note },
    });
    return ok();
  }, "Serializable");
}
