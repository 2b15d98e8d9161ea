import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { dueAfter } from "./clearance-clock.ts";
import { renewRefusal } from "./clearance-lifecycle.ts";
import { loadGate } from "./load-gate.server.ts";

interface Order {
  readonly clearanceId: string;
  /** The version of the gate that was looked at. */
  readonly version: number;
}

/**
 * Asks for a gate again that has expired, soon will, or was not given: its clock starts anew, its history is kept. One
 * that is clear still holds through its last day while the new answer is awaited.
 */
export function renewClearance(actor: Actor, { clearanceId, version }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "clearance.record") || actor.userId === null) return refuse("notPermitted");
    const loaded = await loadGate(tx, actor, clearanceId);
    if (!loaded.ok) return loaded;
    const gate = loaded.value;
    const requestedAt = now();
    const refusal = renewRefusal(gate, requestedAt);
    if (refusal) return { ok: false, refusal };
    const renewed = await tx.clearance.updateMany({
      where: { id: clearanceId, version },
      data: {
        outcome: gate.outcome === "notClear" ? "pending" : gate.outcome,
        receivedOn: null,
        answeredAt: null,
        requestedAt,
        dueOn: dueAfter(gate.kind, requestedAt),
        version: { increment: 1 },
      },
    });
    if (renewed.count !== 1) return refuse("changedMeanwhile");
    await tx.clearanceStep.create({
      data: {
        ...{ clearanceId, kind: "requestedAgain", at: requestedAt, byId: actor.userId },
        ownerId: gate.ownerId,
      },
    });
    await appendEvent(tx, actor, {
      kind: "clearance.requestedAgain",
      subject: { type: "clearance", id: clearanceId },
      facts: { candidacyId: gate.candidacyId, kind: gate.kind },
    });
    return ok();
  }, "Serializable");
}
