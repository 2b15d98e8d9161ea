import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { anchorsOf, inTwoLanguages } from "./in-two-languages.ts";
import { candidacyFactsOf, seatOf, visibleTo } from "./panel-facts.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";
import type { SheetPage, SheetRubric } from "./score-sheet-page.ts";

/**
 * One member's own sheet on one candidacy with the rubric it is scored by; null for anybody else, for a member who has
 * not declared, and for one who is recused. Another member's sheet is never read here.
 */
export async function readSheet(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<SheetPage | null> {
  const panel = await loadPanel(database(), panelId);
  const seat = panel && seatOf(panel, actor);
  if (!panel || !seat || !panel.candidacyIds.includes(candidacyId)) return null;
  if (!can(actor, "sheet.write", candidacyFactsOf(panel, candidacyId, actor))) return null;
  const [vacancy, rubric, candidacy, sheet, submitted] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readRubric(panel.vacancyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { person: { select: { givenName: true, familyName: true } } },
    }),
    database().scoreSheet.findUnique({
      where: { candidacyId_memberId: { candidacyId, memberId: seat.id } },
      select: {
        id: true,
        version: true,
        submittedAt: true,
        updatedAt: true,
        entries: { select: { criterionId: true, level: true, notObserved: true, evidence: true } },
      },
    }),
    database().scoreSheet.findMany({
      where: { memberId: seat.id, submittedAt: { not: null } },
      select: { candidacyId: true },
    }),
  ]);
  const done = new Set(submitted.map((one) => one.candidacyId));
  const owed = visibleTo(panel, actor).filter((id) => id !== candidacyId && !done.has(id));
  return {
    panelId,
    candidacyId,
    phase: panel.phase,
    vacancy,
    rubric,
    name: `${candidacy.person.givenName} ${candidacy.person.familyName}`,
    version: sheet?.version ?? 0,
    savedAt: sheet?.updatedAt.toISOString() ?? null,
    submittedAt: sheet?.submittedAt?.toISOString() ?? null,
    entries: sheet?.entries ?? [],
    receipt: sheet?.submittedAt ? await readReceipt(sheet.id) : null,
    /** The next candidacy whose sheet is owed. */
    next: owed[0] ?? null,
    owed: owed.length,
  };
}

/** The rubric a vacancy is judged by, in both languages. */
async function readRubric(vacancyId: string): Promise<SheetRubric> {
  const rubric = await database().rubric.findUniqueOrThrow({
    where: { vacancyId },
    select: {
      levels: true,
      hash: true,
      criteria: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          code: true,
          group: true,
          name: true,
          definition: true,
          anchors: true,
          weight: true,
          minimumLevel: true,
        },
      },
    },
  });
  return {
    ...rubric,
    criteria: rubric.criteria.map((one) => ({
      ...one,
      name: inTwoLanguages(one.name),
      definition: inTwoLanguages(one.definition),
      anchors: anchorsOf(one.anchors),
    })),
  };
}

/** Where a submitted sheet stands in the record. */
function readReceipt(sheetId: string) {
  return database().recordEvent.findFirst({
    where: { subjectType: "sheet", subjectId: sheetId, kind: "sheet.submitted" },
    select: { id: true, leafHash: true },
  });
}
