import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type Declaration, declaredNote } from "./conflict.ts";
import { factsOf, seatOf, visibleTo } from "./panel-facts.ts";
import { loadPanel } from "./panel-state.queries.server.ts";

interface Order {
  readonly panelId: string;
  readonly declarations: readonly Declaration[];
}

/**
 * A member declares on every candidacy: none, or a conflict. Files open to the member only then. While the panel
 * scores it can be done again to add a conflict discovered since; one that stands is not taken back.
 */
export function declareConflicts(actor: Actor, order: Order): Promise<Result<{ conflicts: number }>> {
  return inTransaction(async (tx) => {
    const panel = await loadPanel(tx, order.panelId);
    if (!panel || !can(actor, "conflict.declare", factsOf(panel))) return refuse("notFound");
    const seat = seatOf(panel, actor);
    if (!seat) return refuse("notFound");
    if (panel.phase !== "desk") return refuse("notScoringPhase");
    const asked = new Set(visibleTo(panel, actor));
    const answered = new Set(order.declarations.map(({ candidacyId }) => candidacyId));
    if (order.declarations.some(({ candidacyId }) => !asked.has(candidacyId))) return refuse("notFound");
    if (answered.size !== asked.size)
      return refuse("declarationIncomplete", { count: asked.size - answered.size });
    const conflicts = order.declarations.flatMap(({ candidacyId, answer, kind, note }) =>
      answer === "conflict" && kind !== undefined
        ? [{ memberId: seat.id, candidacyId, source: "declared" as const, note: declaredNote(kind, note) }]
        : [],
    );
    await tx.conflict.createMany({ data: conflicts, skipDuplicates: true });
    await tx.panelMember.updateMany({
      where: { id: seat.id, declaredAt: null },
      data: { declaredAt: now() },
    });
    await appendEvent(tx, actor, {
      kind: "conflicts.declared",
      subject: { type: "panel", id: panel.id },
      facts: { memberId: seat.id, conflicts: conflicts.length, again: seat.declared },
      committed: { declarations: order.declarations },
    });
    return ok({ conflicts: conflicts.length });
  }, "Serializable");
}
