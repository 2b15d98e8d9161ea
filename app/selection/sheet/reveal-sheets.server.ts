import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { VacancyState } from "#app/selection/lifecycle.ts";
import { enterPhase } from "#app/selection/panel/enter-phase.server.ts";
import { noteScored, noteShortlisted } from "#app/selection/panel/note-stages.server.ts";
import { atWork, factsOf, invitedOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, submittedSheets } from "#app/selection/panel/panel-state.queries.server.ts";
import { roundOf } from "#app/selection/panel/phase.ts";
import { tellRevealed } from "#app/selection/panel/tell-panel.server.ts";
import { revealRound } from "./reveal.ts";

/**
 * The chair opens the sheets of the round under way to each other, once nobody could still be swayed by another's mark:
 * the desk sheets, and, where candidates are interviewed, those of the interviews after them.
 */
export function revealSheets(
  actor: Actor,
  { panelId }: { readonly panelId: string },
): Promise<Result<{ vacancyId: string }>> {
  return inTransaction(async (tx) => {
    const panel = await loadPanel(tx, panelId);
    if (!panel || !can(actor, "panel.reveal", factsOf(panel))) return refuse("notFound");
    const { vacancyId, candidacyIds } = panel;
    const submitted = await submittedSheets(tx, panel);
    const next = revealRound(panel, atWork(panel, submitted));
    if (!next.ok) return next;
    const { phase, vacancyState } = next.value;
    const at = now();
    const last = phase === "revealed";
    const data = last ? { revealedAt: at } : { comparedAt: at };
    if (!(await enterPhase(tx, actor, { panelId, from: panel.phase, to: phase, data })))
      return refuse("panelChangedMeanwhile");
    await noteScored(tx, candidacyIds);
    if (last) {
      await closeScoring(tx, { vacancyId, from: panel.vacancyState, to: vacancyState });
      await noteShortlisted(tx, { invited: invitedOf(panel), passedOver: panel.passedOver });
    }
    await appendEvent(tx, actor, {
      kind: "panel.revealed",
      subject: { type: "panel", id: panelId },
      facts: {
        ...{ vacancyId, candidacies: candidacyIds, sheets: submitted.length },
        round: roundOf(panel.phase, panel),
      },
    });
    const userIds = panel.members.map(({ userId }) => userId);
    await tellRevealed(tx, { panelId, vacancyId, userIds, last });
    return ok({ vacancyId });
  }, "Serializable");
}

interface Scored {
  readonly vacancyId: string;
  readonly from: VacancyState;
  readonly to: VacancyState;
}

/** After the last round the vacancy goes on with its panel. */
async function closeScoring(tx: Transaction, { vacancyId, from, to }: Scored) {
  const moved = await tx.vacancy.updateMany({
    where: { id: vacancyId, state: from },
    data: { state: to, version: { increment: 1 } },
  });
  if (moved.count !== 1) throw new Error(`Vacancy ${vacancyId} and its panel are out of step`);
}
