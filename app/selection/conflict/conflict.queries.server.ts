import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { factsOf, seatOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import type { DeclarationPage } from "#app/selection/panel/panel-page.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { declaredAs } from "#app/selection/sheet/blind.queries.server.ts";
import { isBlindTo } from "#app/selection/sheet/blind.ts";

/**
 * What a member declares on. Before the declaration the conflicts found on file are named; after it the candidacies
 * the member is recused from are gone for them, from here too.
 */
export async function readDeclaration(actor: Actor, panelId: string): Promise<DeclarationPage | null> {
  const panel = await loadPanel(database(), panelId);
  const seat = panel && seatOf(panel, actor);
  if (!panel || !seat || !can(actor, "conflict.declare", factsOf(panel))) return null;
  const open = visibleTo(panel, actor);
  const fixed = seat.declared ? [] : panel.candidacyIds.filter((id) => seat.recusedFrom.includes(id));
  const [vacancy, people, conflicts] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readPeople([...open, ...fixed]),
    database().conflict.findMany({
      where: { memberId: seat.id, candidacyId: { in: fixed } },
      select: { candidacyId: true, source: true, note: true },
    }),
  ]);
  const declared = <P extends { readonly candidacyId: string }>(person: P): P =>
    panel.blind ? { ...person, candidacyId: declaredAs(seat.id, person.candidacyId) } : person;
  return {
    panelId,
    phase: panel.phase,
    vacancy,
    declared: seat.declared,
    chair: seat.chair,
    masked: isBlindTo(panel, actor),
    recusals: seat.recusedFrom.length,
    candidacies: people.filter(({ candidacyId }) => open.includes(candidacyId)).map(declared),
    fixed: people
      .filter(({ candidacyId }) => fixed.includes(candidacyId))
      .map((person) => ({
        ...declared(person),
        sources: conflicts
          .filter((one) => one.candidacyId === person.candidacyId)
          .map(({ source, note }) => ({ source, note })),
      })),
  };
}

async function readPeople(ids: readonly string[]) {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
      person: { select: { givenName: true, familyName: true } },
    },
  });
  return candidacies.map(({ id, nomination, person }) => ({
    candidacyId: id,
    name: `${person.givenName} ${person.familyName}`,
    nominatingState: nomination.nominatingState,
  }));
}
