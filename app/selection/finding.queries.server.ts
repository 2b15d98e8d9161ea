import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "./panel.queries.server.ts";
import { factsOf, isRevealed, visibleTo } from "./panel-facts.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";
import { computeRanking } from "./ranking-computation.queries.server.ts";
import { rankingFigures } from "./ranking-figures.ts";
import type { FindingPage } from "./ranking-page.ts";
import { readCriteria } from "./rubric-names.queries.server.ts";

/** One candidacy after the reveal: every member's sheet side by side, its figures, and the panel's finding. */
export async function readFinding(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<FindingPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "ranking.read", { ...factsOf(panel), revealed: isRevealed(panel) })) return null;
  const visible = visibleTo(panel, actor);
  if (!visible.includes(candidacyId)) return null;
  const [vacancy, candidacy, sheets, members, criteria, computed, unfound] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: {
        person: { select: { givenName: true, familyName: true } },
        finding: { select: { outcome: true, text: true, version: true, updatedAt: true } },
      },
    }),
    readSheets(candidacyId),
    readMembers(panelId),
    readCriteria(panel.vacancyId),
    computeRanking(panel, visible),
    database().candidacy.findMany({
      where: { id: { in: [...visible] }, finding: null, NOT: { id: candidacyId } },
      orderBy: [{ person: { familyName: "asc" } }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  const figures = rankingFigures(computed.ranking, computed);
  const { finding, person } = candidacy;
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    criteria,
    sheets,
    members: members.filter(({ memberId }) => sheets.some((sheet) => sheet.memberId === memberId)),
    figures: figures.rows.find((row) => row.candidacyId === candidacyId) ?? null,
    ranked: figures.rows.length,
    finding: finding && { ...finding, updatedAt: finding.updatedAt.toISOString() },
    mayWrite: can(actor, "finding.write", factsOf(panel)) && panel.phase === "revealed",
    next: unfound[0]?.id ?? null,
  };
}

/** The submitted sheets of members who are not recused. */
async function readSheets(candidacyId: string) {
  const sheets = await database().scoreSheet.findMany({
    where: {
      candidacyId,
      submittedAt: { not: null },
      member: { conflicts: { none: { candidacyId } }, panel: { revealedAt: { not: null } } },
    },
    orderBy: { memberId: "asc" },
    select: {
      memberId: true,
      entries: { select: { criterionId: true, level: true, notObserved: true, evidence: true } },
    },
  });
  return sheets;
}
