import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { PairVerdict } from "./duplicate.ts";
import { loadPair } from "./duplicate-state.queries.server.ts";

interface Order {
  readonly pairId: string;
  readonly verdict: PairVerdict;
}

/** Takes back that two people on file are two: they are suspected again, and who took it back and why stays on record. */
export function comparePeopleAgain(actor: Actor, { pairId, verdict }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = can(actor, "duplicate.decide") ? await loadPair(tx, actor, pairId) : null;
    if (!pair) return refuse("notFound");
    if (pair.state !== "different") return refuse("wrongState", { state: pair.state });
    if (verdict.note === "") return refuse("whyAgain", {}, "note");
    const reopened = await tx.duplicatePair.updateMany({
      where: { id: pairId, state: "different", version: verdict.version },
      data: {
        ...{ state: "suspected", note: verdict.note, decidedById: null, decidedAt: null },
        version: { increment: 1 },
      },
    });
    if (reopened.count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "people.comparedAgain",
      subject: { type: "person", id: pair.first.id },
      facts: { otherId: pair.second.id },
      committed: { note: verdict.note },
    });
    return ok();
  }, "Serializable");
}
