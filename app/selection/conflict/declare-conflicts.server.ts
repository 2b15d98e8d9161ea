import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf, seatOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { tellRecused } from "#app/selection/panel/tell-panel.server.ts";
import { declaredAs } from "#app/selection/sheet/blind.queries.server.ts";
import { withdrawSheets } from "#app/selection/sheet/withdraw-sheets.server.ts";
import { type Declaration, declaredNote } from "./conflict.ts";

interface Order {
  readonly panelId: string;
  readonly declarations: readonly Declaration[];
}

/**
 * A member declares on every candidacy: none, or a conflict. Files open to the member only then. Until the report is
 * signed it can be done again to add a conflict discovered since; one that stands is not taken back. A sheet on a
 * candidacy declared on is withdrawn, and the chair is told; the secretariat too where a quorum or the chair is lost.
 */
export function declareConflicts(actor: Actor, order: Order): Promise<Result<{ conflicts: number }>> {
  return inTransaction(async (tx) => {
    const panel = await loadPanel(tx, order.panelId);
    if (!panel || !can(actor, "conflict.declare", factsOf(panel))) return refuse("notFound");
    const seat = seatOf(panel, actor);
    if (!seat) return refuse("notFound");
    if (!PHASE_RIGHTS[panel.phase].declares) return refuse("declarationOver");
    const open = visibleTo(panel, actor);
    const asked = new Map(open.map((id) => [panel.blind ? declaredAs(seat.id, id) : id, id]));
    const declarations = order.declarations.flatMap(({ candidacyId, ...declaration }) => {
      const found = asked.get(candidacyId);
      return found === undefined ? [] : [{ ...declaration, candidacyId: found }];
    });
    if (declarations.length < order.declarations.length) return refuse("notFound");
    const answered = new Set(declarations.map(({ candidacyId }) => candidacyId));
    if (answered.size !== asked.size)
      return refuse("declarationIncomplete", { count: asked.size - answered.size });
    const conflicts = declarations.flatMap(({ candidacyId, answer, kind, note }) =>
      answer === "conflict" && kind !== undefined
        ? [{ memberId: seat.id, candidacyId, source: "declared" as const, note: declaredNote(kind, note) }]
        : [],
    );
    await keepConflicts(tx, actor, conflicts);
    const withdrawn = await withdrawSheets(tx, actor, panel.id);
    await tx.panelMember.updateMany({
      where: { id: seat.id, declaredAt: null },
      data: { declaredAt: now() },
    });
    await appendEvent(tx, actor, {
      kind: "conflicts.declared",
      subject: { type: "panel", id: panel.id },
      facts: { memberId: seat.id, conflicts: conflicts.length, again: seat.declared, withdrawn },
      committed: { declarations },
    });
    if (conflicts.length > 0) await tellRecused(tx, panel.id, seat.id);
    return ok({ conflicts: conflicts.length });
  }, "Serializable");
}

interface Declared {
  readonly memberId: string;
  readonly candidacyId: string;
  readonly source: "declared";
  readonly note: string;
}

/** In the register, where it outlives the seat, and as a recusal from the candidacy. */
async function keepConflicts(tx: Transaction, { userId }: Actor, conflicts: readonly Declared[]) {
  const candidacies = await tx.candidacy.findMany({
    where: { id: { in: conflicts.map(({ candidacyId }) => candidacyId) } },
    select: { id: true, personId: true },
  });
  for (const conflict of conflicts) {
    const personId = candidacies.find(({ id }) => id === conflict.candidacyId)?.personId;
    if (userId === null || personId === undefined) continue;
    const key = { userId, personId, source: conflict.source };
    const { id: knownId } = await tx.knownConflict.upsert({
      where: { userId_personId_source: key },
      create: { ...key, standing: "declared", detail: conflict.note, foundAt: now() },
      update: { detail: conflict.note, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.conflict.createMany({ data: [{ ...conflict, knownId }], skipDuplicates: true });
  }
}
