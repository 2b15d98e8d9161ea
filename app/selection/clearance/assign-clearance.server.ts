import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import type { NewOwner } from "./clearance-answer.ts";
import { loadGate } from "./load-gate.server.ts";

interface Order {
  readonly clearanceId: string;
  readonly form: NewOwner;
}

/** Gives a gate to another vetting officer, who is told unless they took it themself. */
export function assignClearance(actor: Actor, { clearanceId, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "clearance.record") || actor.userId === null) return refuse("notPermitted");
    const loaded = await loadGate(tx, actor, clearanceId);
    if (!loaded.ok) return loaded;
    const gate = loaded.value;
    const { ownerId, version } = form;
    const owner = await tx.user.findFirst({
      where: { id: ownerId, roles: { some: { role: "vettingOfficer", revokedAt: null } } },
      select: { name: true, email: true, locale: true },
    });
    if (!owner) return refuse("notAVettingOfficer", {}, "ownerId");
    if (gate.candidacy.person.userId === ownerId) return refuse("ownerIsCandidate", {}, "ownerId");
    const recused = await recusalsOf(tx, [gate.candidacyId]);
    if (recused(ownerId, gate.candidacyId)) return refuse("notAVettingOfficer", {}, "ownerId");
    const assigned = await tx.clearance.updateMany({
      where: { id: clearanceId, version },
      data: { ownerId, version: { increment: 1 } },
    });
    if (assigned.count !== 1) return refuse("changedMeanwhile");
    await tx.clearanceStep.create({
      data: { clearanceId, kind: "assigned", at: now(), byId: actor.userId, ownerId },
    });
    await appendEvent(tx, actor, {
      kind: "clearance.assigned",
      subject: { type: "clearance", id: clearanceId },
      facts: { candidacyId: gate.candidacyId, kind: gate.kind, ownerId },
    });
    if (ownerId === actor.userId) return ok();
    const { givenName, familyName } = gate.candidacy.person;
    await queueMail(tx, {
      kind: "clearanceAssigned",
      to: owner.email,
      locale: owner.locale,
      params: {
        name: owner.name,
        candidate: `${givenName} ${familyName}`,
        gate: gate.kind,
        link: paths.clearance(clearanceId),
        dueOn: gate.dueOn.toISOString().slice(0, 10),
      },
      dedupeKey: `clearanceAssigned:${clearanceId}:${version + 1}`,
    });
    return ok();
  }, "Serializable");
}
