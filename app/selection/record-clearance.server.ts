import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { ClearanceAnswer } from "./clearance-answer.ts";
import { asksForGates } from "./lifecycle.ts";

interface Order {
  readonly clearanceId: string;
  readonly answer: ClearanceAnswer;
}

/** The outcome of one gate, with the last day on which it holds. What stands behind it is kept elsewhere. */
export function recordClearance(actor: Actor, { clearanceId, answer }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "clearance.record") || actor.userId === null) return refuse("notPermitted");
    const clearance = await tx.clearance.findUnique({
      where: { id: clearanceId },
      select: {
        kind: true,
        candidacyId: true,
        candidacy: {
          select: { state: true, vacancy: { select: { state: true } }, person: { select: { userId: true } } },
        },
      },
    });
    if (!clearance) return refuse("notFound");
    const { person, state, vacancy } = clearance.candidacy;
    if (person.userId === actor.userId) return refuse("ownCase");
    if (!asksForGates(state, vacancy.state)) return refuse("wrongState", { state });
    const { outcome, validUntil, version } = answer;
    if (validUntil !== null && validUntil <= now().toISOString().slice(0, 10)) {
      return refuse("clearanceDatePast", {}, "validUntil");
    }
    const recorded = await tx.clearance.updateMany({
      where: { id: clearanceId, version },
      data: {
        outcome,
        validUntil: validUntil === null ? null : new Date(validUntil),
        answeredAt: now(),
        answeredById: actor.userId,
        version: { increment: 1 },
      },
    });
    if (recorded.count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "clearance.recorded",
      subject: { type: "clearance", id: clearanceId },
      facts: { candidacyId: clearance.candidacyId, kind: clearance.kind },
      committed: { outcome, validUntil },
    });
    return ok();
  }, "Serializable");
}
