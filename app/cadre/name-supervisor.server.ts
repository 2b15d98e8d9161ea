import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { refuseNaming, type SupervisorNaming } from "./compact.ts";

/**
 * The secretariat names who stands in the place of the decision maker whom a leader answers to, with the reason: the other
 * left office, or is away. What they noted stays, with their name, until the other writes it anew; who has signed stays.
 */
export async function nameSupervisor(
  actor: Actor,
  compactId: string,
  { fromId, supervisorId, reason }: SupervisorNaming,
): Promise<Result<undefined>> {
  if (!can(actor, "compact.open")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const compact = await tx.compact.findUnique({
      where: { id: compactId },
      select: {
        ...{ supervisorId: true, supervisorSignedAt: true },
        appointment: { select: { person: { select: { userId: true } } } },
      },
    });
    if (!compact) return refuse("notFound");
    const refusal = refuseNaming({ supervisorSigned: compact.supervisorSignedAt !== null });
    if (refusal) return { ok: false, refusal };
    if (compact.supervisorId !== fromId) return refuse("changedMeanwhile");
    const decides = await tx.roleGrant.count({
      where: { userId: supervisorId, role: "decisionMaker", revokedAt: null },
    });
    if (decides === 0 || [fromId, compact.appointment.person.userId].includes(supervisorId))
      return refuse("supervisorUnknown", {}, "supervisorId");
    await tx.compact.update({ where: { id: compactId }, data: { supervisorId } });
    await tx.compactSuccession.create({
      data: { compactId, fromId, toId: supervisorId, reason, namedById: actor.userId ?? "", namedAt: now() },
    });
    await appendEvent(tx, actor, {
      kind: "compact.supervisorNamed",
      subject: { type: "compact", id: compactId },
      facts: { from: fromId, to: supervisorId },
      committed: { reason },
    });
    return ok();
  }, "Serializable");
}
