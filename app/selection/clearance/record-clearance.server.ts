import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { seal } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { ClearanceAnswer } from "./clearance-answer.ts";
import { recordRefusal } from "./clearance-lifecycle.ts";
import { loadGate } from "./load-gate.server.ts";

/** References that came in since the gate was last asked for. */
const answeredOf = ({ references, requestedAt }: Gate) =>
  references.filter(({ answeredAt }) => answeredAt !== null && answeredAt >= requestedAt).length;

interface Gate {
  readonly requestedAt: Date;
  readonly references: readonly { readonly answeredAt: Date | null }[];
}

interface Order {
  readonly clearanceId: string;
  readonly answer: ClearanceAnswer;
}

/**
 * The outcome of one gate, with when it came in and the last day on which it holds. What stands behind it is kept
 * elsewhere; the note beside it is sealed and opens to vetting officers alone.
 */
export function recordClearance(actor: Actor, { clearanceId, answer }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "clearance.record") || actor.userId === null) return refuse("notPermitted");
    const loaded = await loadGate(tx, actor, clearanceId);
    if (!loaded.ok) return loaded;
    const gate = loaded.value;
    const { outcome, validUntil, version, note } = answer;
    const today = now().toISOString().slice(0, 10);
    const requestedOn = gate.requestedAt.toISOString().slice(0, 10);
    const asked = { kind: gate.kind, requestedOn, references: answeredOf(gate) };
    const refusal = recordRefusal({ ...answer, ...asked, today });
    if (refusal) return { ok: false, refusal };
    const receivedOn = new Date(answer.receivedOn ?? today);
    const lastDay = validUntil === null ? null : new Date(validUntil);
    const recorded = await tx.clearance.updateMany({
      where: { id: clearanceId, version },
      data: {
        outcome,
        receivedOn,
        validUntil: lastDay,
        ownerId: gate.ownerId ?? actor.userId,
        note: note === "" ? null : seal(note, `clearance:${clearanceId}`),
        answeredAt: now(),
        answeredById: actor.userId,
        version: { increment: 1 },
      },
    });
    if (recorded.count !== 1) return refuse("changedMeanwhile");
    await tx.clearanceStep.create({
      data: {
        ...{ clearanceId, kind: "recorded", at: now(), byId: actor.userId, ownerId: gate.ownerId },
        ...{ outcome, receivedOn, validUntil: lastDay },
      },
    });
    await appendEvent(tx, actor, {
      kind: "clearance.recorded",
      subject: { type: "clearance", id: clearanceId },
      facts: { candidacyId: gate.candidacyId, kind: gate.kind },
      committed: { outcome, validUntil },
    });
    return ok();
  }, "Serializable");
}
