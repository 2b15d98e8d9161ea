import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import type { PeriodLine } from "./panel-page.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";
import { DATED_PHASES, type PanelPhase, phasesOf } from "./phase.ts";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";

/** The phases of a panel with their days and who opened and closed them, in their order. */
export async function readPeriods(
  panelId: string,
  reader: Reader = database(),
): Promise<readonly PeriodLine[]> {
  const periods = await reader.$queryRaw<PeriodRow[]>`
    select x."phase"::text as "phase", x."opensOn", x."closesOn", x."openedAt", x."closedAt", x."moveReason",
      x."movedAt", o."name" as "openedBy", c."name" as "closedBy"
    from "PanelPeriod" x
    left join "User" o on o."id" = x."openedById"
    left join "User" c on c."id" = x."closedById"
    where x."panelId" = ${panelId}::uuid order by x."phase"`;
  return periods.map(({ opensOn, closesOn, openedAt, closedAt, movedAt, ...period }) => ({
    ...period,
    opensOn: day(opensOn),
    closesOn: day(closesOn),
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    movedAt: movedAt?.toISOString() ?? null,
  }));
}

interface PeriodRow {
  readonly phase: PanelPhase;
  readonly opensOn: Date | null;
  readonly closesOn: Date | null;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly moveReason: string | null;
  readonly movedAt: Date | null;
}

/** What setting a panel's days needs: its phases with the days as they stand. */
export async function readPlan(actor: Actor, panelId: string) {
  if (!can(actor, "panel.set")) return null;
  const panel = await loadPanel(database(), panelId);
  if (!panel) return null;
  const [vacancy, periods] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readPeriods(panelId),
  ]);
  const plan = new Set(phasesOf(panel));
  return {
    panelId,
    vacancy,
    phase: panel.phase,
    version: panel.version,
    phases: DATED_PHASES.filter((phase) => plan.has(phase)).map((phase) => {
      const period = periods.find((one) => one.phase === phase);
      return {
        phase,
        opensOn: period?.opensOn ?? "",
        closesOn: period?.closesOn ?? "",
        opened: (period?.openedAt ?? null) !== null,
        closed: (period?.closedAt ?? null) !== null,
      };
    }),
  };
}
