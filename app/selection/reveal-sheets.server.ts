import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { atWork, factsOf } from "./panel-facts.ts";
import { loadPanel, submittedSheets } from "./panel-state.queries.server.ts";
import { mayReveal } from "./reveal.ts";
import { tellRevealed } from "./tell-panel.server.ts";

/** The chair opens the panel's sheets to each other, once nobody could still be swayed by another's mark. */
export function revealSheets(
  actor: Actor,
  { panelId }: { readonly panelId: string },
): Promise<Result<{ vacancyId: string }>> {
  return inTransaction(async (tx) => {
    const panel = await loadPanel(tx, panelId);
    if (!panel || !can(actor, "panel.reveal", factsOf(panel))) return refuse("notFound");
    const { vacancyId, candidacyIds } = panel;
    const submitted = await submittedSheets(tx, panelId);
    const next = mayReveal(panel.vacancyState, atWork(panel, submitted));
    if (!next.ok) return next;
    const at = now();
    const revealed = await tx.panel.updateMany({
      where: { id: panelId, phase: "desk" },
      data: { phase: "revealed", revealedAt: at, version: { increment: 1 } },
    });
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state: panel.vacancyState },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (revealed.count !== 1) return refuse("panelChangedMeanwhile");
    if (moved.count !== 1) throw new Error(`Panel ${panelId} and its vacancy are out of step`);
    await tx.stageEvent.createMany({
      data: candidacyIds.map((candidacyId) => ({ candidacyId, stage: "scored" as const, reachedAt: at })),
      skipDuplicates: true,
    });
    await appendEvent(tx, actor, {
      kind: "panel.revealed",
      subject: { type: "panel", id: panelId },
      facts: { vacancyId, candidacies: candidacyIds, sheets: submitted.length },
    });
    await tellRevealed(tx, { panelId, vacancyId, userIds: panel.members.map(({ userId }) => userId) });
    return ok({ vacancyId });
  }, "Serializable");
}
