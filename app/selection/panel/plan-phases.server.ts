import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadPanel } from "./panel-state.queries.server.ts";
import { readPeriods } from "./phase.queries.server.ts";
import { type PanelPhase, PHASE_RIGHTS, type PlannedDays, phasesOf, planDays } from "./phase.ts";
import type { PlanOrder } from "./phase-plan.ts";

interface Order {
  readonly panelId: string;
  readonly plan: PlanOrder;
}

/** The secretariat sets the days of a panel's phases, or moves them with a reason. */
export function planPhases(actor: Actor, { panelId, plan }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "panel.set")) return refuse("notPermitted");
    const panel = await loadPanel(tx, panelId);
    if (!panel) return refuse("notFound");
    if (PHASE_RIGHTS[panel.phase].seats === "none") return refuse("panelFixed");
    if (panel.version !== plan.version) return refuse("panelChangedMeanwhile");
    const phases = new Set(phasesOf(panel));
    const periods = await readPeriods(panelId, tx);
    const of = (what: "openedAt" | "closedAt") =>
      new Set(periods.flatMap((one) => (one[what] === null ? [] : [one.phase])));
    const changed = planDays(
      plan.days.filter(({ phase }) => phases.has(phase)),
      plan.reason,
      { before: periods, opened: of("openedAt"), closed: of("closedAt") },
    );
    if (!changed.ok) return changed;
    const unset = changed.value.find(
      ({ phase, closesOn }) => closesOn === "" && wantsEnd(phase, panel.phase),
    );
    if (unset) return refuse("required", {}, `${unset.phase}.closesOn`);
    const due = changed.value.find(({ phase }) => phase === dueIn(panel.phase));
    const { count } = await tx.panel.updateMany({
      where: { id: panelId, version: plan.version },
      data: {
        version: { increment: 1 },
        ...(due ? { scoringDueOn: new Date(due.closesOn) } : {}),
      },
    });
    if (count !== 1) return refuse("panelChangedMeanwhile");
    const moved = plan.reason === "" ? {} : { moveReason: plan.reason, movedAt: now() };
    for (const { phase, ...days } of changed.value) {
      const data = { ...daysIn(days), ...moved };
      await tx.panelPeriod.upsert({
        where: { panelId_phase: { panelId, phase } },
        create: { panelId, phase, ...data },
        update: data,
      });
    }
    await appendEvent(tx, actor, {
      kind: "panel.planned",
      subject: { type: "panel", id: panelId },
      facts: {
        days: changed.value.map(({ phase, opensOn, closesOn }) => `${phase} ${opensOn}/${closesOn}`),
      },
      committed: { reason: plan.reason },
    });
    return ok();
  }, "Serializable");
}

/** Whose last day is the day on which sheets are due: the desk's while a panel forms, no other's while nobody scores. */
function dueIn(phase: PanelPhase): PanelPhase | null {
  if (phase === "forming" || phase === "calibration") return "desk";
  return PHASE_RIGHTS[phase].scores === null ? null : phase;
}

/** Whether a phase must have a last day: the desk always, and whatever is being scored. */
const wantsEnd = (phase: PanelPhase, under: PanelPhase) => phase === "desk" || phase === dueIn(under);

const daysIn = ({ opensOn, closesOn }: Omit<PlannedDays, "phase">) => ({
  opensOn: opensOn === "" ? null : new Date(opensOn),
  closesOn: closesOn === "" ? null : new Date(closesOn),
});
