import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { readCarried } from "#app/selection/candidate/carried-entries.queries.server.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { readChosen } from "#app/selection/interview/chosen-questions.queries.server.ts";
import { candidacyFactsOf, judgedNow, seatOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle, unheardOf } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf, PHASE_RIGHTS, roundOf } from "#app/selection/panel/phase.ts";
import { OWNERS, ownerOf } from "#app/selection/rubric/rubric-owner.queries.server.ts";
import { namesTo } from "./blind.queries.server.ts";
import { isBlindTo } from "./blind.ts";
import { readAgreed } from "./calibration-state.queries.server.ts";
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
  // Who is not interviewed has the desk's sheet for good.
  const stage = panel.passedOver.includes(candidacyId) ? "desk" : roundOf(panel.phase, panel);
  const [vacancy, whole, candidacy, sheet, submitted, questions, agreed] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readSheetRubric(panel.vacancyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { person: { select: { givenName: true, familyName: true } } },
    }),
    database().scoreSheet.findFirst({
      where: { candidacyId, memberId: seat.id, stage, supersededById: null },
      select: {
        id: true,
        version: true,
        submittedAt: true,
        updatedAt: true,
        entries: {
          select: { criterionId: true, level: true, notObserved: true, evidence: true, confidence: true },
        },
      },
    }),
    database().scoreSheet.findMany({
      where: { memberId: seat.id, stage, submittedAt: { not: null }, supersededById: null },
      select: { candidacyId: true },
    }),
    stage === "interview" ? readChosen(panelId) : [],
    readAgreed(database(), panelId),
  ]);
  const done = new Set(submitted.map((one) => one.candidacyId));
  const nameOf = await namesTo(actor, panel);
  const round = criteriaOf(whole.criteria, stage, panel);
  const open = PHASE_RIGHTS[panel.phase].scores === stage;
  const key = { candidacyId, memberId: seat.id, stage };
  const carried = sheet || !open ? [] : await readCarried(database(), key, panel.vacancyId);
  const offered = carried.filter(({ criterionId }) => round.some(({ id }) => id === criterionId));
  const judged = judgedNow(panel);
  const visible = new Set(visibleTo(panel, actor).filter((id) => judged.includes(id)));
  // By letter where there are letters: the order of ids is the order of the nominations.
  const order = isBlindTo(panel, actor) ? [...panel.letters.keys()] : panel.candidacyIds;
  const toCome = await unheardOf(database(), panel);
  const waits = new Set(toCome.map((one) => one.candidacyId));
  const owed = order.filter((id) => visible.has(id) && id !== candidacyId && !done.has(id) && !waits.has(id));
  const own = toCome.find((one) => one.candidacyId === candidacyId);
  return {
    account: seat.userId,
    panelId,
    candidacyId,
    stage,
    open,
    vacancy,
    rubric: {
      ...whole,
      criteria: round.map((one) => ({
        ...one,
        agreed: agreed.get(one.id),
      })),
    },
    questions,
    name: nameOf(candidacyId, candidacy.person),
    version: sheet?.version ?? 0,
    savedAt: sheet?.updatedAt.toISOString() ?? null,
    submittedAt: sheet?.submittedAt?.toISOString() ?? null,
    entries: sheet?.entries ?? offered,
    carried: offered.length,
    waitsFor: own ? { startsAt: own.startsAt?.toISOString() ?? null } : null,
    receipt: sheet?.submittedAt ? await readReceipt(database(), sheet.id) : null,
    /** The next candidacy whose sheet is owed. */
    next: owed[0] ?? null,
    owed: owed.length,
  };
}

const SHEET = {
  levels: true,
  hash: true,
  criteria: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      group: true,
      stage: true,
      name: true,
      definition: true,
      anchors: true,
      weight: true,
      minimumLevel: true,
    },
  },
} as const;

const sheetOf = (rubric: Prisma.RubricGetPayload<{ select: typeof SHEET }>): SheetRubric => ({
  ...rubric,
  criteria: rubric.criteria.map((one) => ({
    ...one,
    name: inTwoLanguages(one.name),
    definition: inTwoLanguages(one.definition),
    anchors: anchorsOf(one.anchors),
  })),
});

/** The rubric a vacancy is judged by, in both languages. */
export const readSheetRubric = async (vacancyId: string): Promise<SheetRubric> =>
  sheetOf(await database().rubric.findUniqueOrThrow({ where: { vacancyId }, select: SHEET }));

/** A rubric as its score sheet will show it; null where there is none. */
export async function readRubricPreview(actor: Actor, rubricId: string) {
  if (!can(actor, "rubric.read")) return null;
  const row = await database().rubric.findUnique({
    where: { id: rubricId },
    select: { version: true, ...SHEET, ...OWNERS },
  });
  if (!row) return null;
  const { version, vacancy, nextForVacancy, formerVacancy, call, ...rubric } = row;
  const owner = ownerOf({ vacancy, nextForVacancy, formerVacancy, call });
  return { rubricId, version, owner, rubric: sheetOf(rubric) };
}

/** Where a submitted sheet stands in the record. */
export function readReceipt(reader: Reader, sheetId: string) {
  return reader.recordEvent.findFirst({
    where: { subjectType: "sheet", subjectId: sheetId, kind: "sheet.submitted" },
    select: { id: true, leafHash: true },
  });
}
