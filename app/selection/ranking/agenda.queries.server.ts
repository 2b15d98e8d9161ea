import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { factsOf, isRevealed, type PanelState, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import type { AgendaPage } from "#app/selection/report/finding-page.ts";
import { readCriteria } from "#app/selection/rubric/rubric-names.queries.server.ts";
import { type Agenda, agenda } from "./agenda.ts";
import { byHearing, revealedSheets } from "./ranking-computation.queries.server.ts";

export const AGENDA_PER_PAGE = 50;

/**
 * What a revealed panel has to talk over, in the order in which it matters to the shortlist. For a member recused from some
 * candidacies it is made as if those had never been there.
 */
export async function readAgenda(actor: Actor, panelId: string, page = 1): Promise<AgendaPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "ranking.read", { ...factsOf(panel), revealed: isRevealed(panel) })) return null;
  const visible = visibleTo(panel, actor);
  const made = await makeAgenda(panel, visible);
  const rows = made.agenda.rows.slice((page - 1) * AGENDA_PER_PAGE, page * AGENDA_PER_PAGE);
  const [vacancy, criteria, candidacies] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readCriteria(panel.vacancyId),
    database().candidacy.findMany({
      where: { id: { in: [...rows.map(({ candidacyId }) => candidacyId), ...made.notHeard] } },
      select: {
        id: true,
        person: { select: { givenName: true, familyName: true } },
        finding: { select: { outcome: true, text: true } },
      },
    }),
  ]);
  return {
    panelId,
    vacancy,
    agenda: { ...made.agenda, rows },
    notHeard: made.notHeard,
    shortlistSize: made.shortlistSize,
    page,
    total: made.agenda.rows.length,
    partial: visible.length < panel.candidacyIds.length,
    criteria,
    people: Object.fromEntries(
      candidacies.map(({ id, person, finding }) => [
        id,
        { name: `${person.givenName} ${person.familyName}`, finding },
      ]),
    ),
  };
}

/** The agenda over some of a panel's candidacies; those passed over for interview stand beside it. */
export async function makeAgenda(
  panel: PanelState,
  candidacyIds: readonly string[],
): Promise<{
  readonly agenda: Agenda;
  readonly notHeard: readonly string[];
  readonly shortlistSize: number;
}> {
  const { heard, notHeard } = byHearing(panel, candidacyIds);
  const [vacancy, sheets] = await Promise.all([
    database().vacancy.findUniqueOrThrow({
      where: { id: panel.vacancyId },
      select: {
        shortlistSize: true,
        rubric: { select: { levels: true, criteria: { select: { id: true, weight: true } } } },
      },
    }),
    revealedSheets(panel.id, heard),
  ]);
  const { shortlistSize, rubric } = vacancy;
  if (!rubric) throw new Error(`Vacancy ${panel.vacancyId} has no rubric`);
  return {
    agenda: agenda({ ...rubric, sheets, candidacyIds: heard, shortlistSize }),
    notHeard,
    shortlistSize,
  };
}
