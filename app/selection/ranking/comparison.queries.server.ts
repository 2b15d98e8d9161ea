import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { factsOf, isCompared, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf } from "#app/selection/panel/phase.ts";
import type { ComparisonPage } from "#app/selection/report/finding-page.ts";
import { readSheetRubric } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { mayReadVersions } from "#app/selection/sheet/sheet-history.queries.server.ts";

/**
 * The desk sheets on one candidacy side by side, once the chair has revealed them; null before, and for whoever is
 * recused from it. What is written in the interviews is not among them.
 */
export async function readComparison(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<ComparisonPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "comparison.read", { ...factsOf(panel), opened: isCompared(panel) })) return null;
  if (!visibleTo(panel, actor).includes(candidacyId)) return null;
  const [vacancy, rubric, { person }, sheets, members] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readSheetRubric(panel.vacancyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { person: { select: { givenName: true, familyName: true } } },
    }),
    database().scoreSheet.findMany({
      where: {
        ...{ candidacyId, stage: "desk", submittedAt: { not: null }, supersededById: null },
        member: { panelId, conflicts: { none: { candidacyId } } },
      },
      orderBy: { memberId: "asc" },
      select: {
        memberId: true,
        entries: {
          select: { criterionId: true, level: true, notObserved: true, evidence: true, confidence: true },
        },
      },
    }),
    readMembers(panelId),
  ]);
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    criteria: criteriaOf(rubric.criteria, "desk", panel),
    sheets,
    members: members.filter(({ memberId }) => sheets.some((sheet) => sheet.memberId === memberId)),
    finding: null,
    mayReadVersions: mayReadVersions(actor, panel, candidacyId),
  };
}
