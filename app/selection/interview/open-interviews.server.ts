import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { enterPhase } from "#app/selection/panel/enter-phase.server.ts";
import { noteShortlisted } from "#app/selection/panel/note-stages.server.ts";
import { factsOf, invitedOf, type PanelState } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { openInterviews } from "#app/selection/sheet/reveal.ts";
import { arrangedAmong } from "./arranged.queries.server.ts";

/** The chair opens the interviews: from here on the sheets of the second round are written. */
export function openPanelInterviews(
  actor: Actor,
  { panelId }: { readonly panelId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const panel = await loadPanel(tx, panelId);
    if (!panel || !can(actor, "panel.reveal", factsOf(panel))) return refuse("notFound");
    const invited = { ...panel, candidacyIds: invitedOf(panel) };
    const next = openInterviews(invited, await arrangedAmong(tx, invited.candidacyIds));
    if (!next.ok) return next;
    const data = { scoringDueOn: await dueOf(tx, invited) };
    if (!(await enterPhase(tx, actor, { panelId, from: panel.phase, to: next.value, data })))
      return refuse("panelChangedMeanwhile");
    await noteShortlisted(tx, { invited: invited.candidacyIds, passedOver: panel.passedOver });
    await appendEvent(tx, actor, {
      kind: "panel.interviewsOpened",
      subject: { type: "panel", id: panelId },
      facts: { vacancyId: panel.vacancyId, candidacies: invited.candidacyIds },
    });
    return ok();
  }, "Serializable");
}

/** Days after the last interview on which its sheet is due where nobody planned another. */
const DAYS_TO_SCORE = 7;
const DAY_MS = 86_400_000;

/** When the sheets of the interviews are due: on the day planned for their end, or a week after the last of them. */
async function dueOf(tx: Transaction, { id: panelId, candidacyIds }: PanelState) {
  const key = { panelId, phase: "interview" as const };
  const period = await tx.panelPeriod.findUnique({
    where: { panelId_phase: key },
    select: { opensOn: true, closesOn: true },
  });
  if (period?.closesOn) return period.closesOn;
  const last = await tx.interviewSlot.findFirst({
    where: { candidacyId: { in: [...candidacyIds] }, cancelledAt: null },
    orderBy: { startsAt: "desc" },
    select: { startsAt: true },
  });
  const due = new Date((last?.startsAt ?? now()).getTime() + DAYS_TO_SCORE * DAY_MS);
  const day = new Date(due.toISOString().slice(0, 10));
  const closesOn = period?.opensOn && period.opensOn > day ? period.opensOn : day;
  await tx.panelPeriod.upsert({
    where: { panelId_phase: key },
    create: { ...key, closesOn },
    update: { closesOn },
  });
  return closesOn;
}
