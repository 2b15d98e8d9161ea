import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import { factsOf, isRevealed, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS, type SheetStage, standingEntries } from "#app/selection/panel/phase.ts";
import { makeAgenda } from "#app/selection/ranking/agenda.queries.server.ts";
import { readEveryCriterion } from "#app/selection/rubric/rubric-names.queries.server.ts";
import { readSheetRubric } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { mayReadVersions } from "#app/selection/sheet/sheet-history.queries.server.ts";
import { findingChanges, type KeptFinding } from "./finding-changes.ts";
import type { FindingHistoryPage, FindingPage } from "./finding-page.ts";
import { findingReasonsIn } from "./finding-reasons.ts";

export const VERSIONS_PER_PAGE = 10;

/** The panel behind a candidacy, where this account may read what was found of it. */
async function openPanelOf(actor: Actor, panelId: string, candidacyId: string) {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "ranking.read", { ...factsOf(panel), revealed: isRevealed(panel) })) return null;
  const visible = visibleTo(panel, actor);
  return visible.includes(candidacyId) ? { panel, visible } : null;
}

/** One candidacy after the reveal: every member's sheet side by side, and the panel's finding on each criterion. */
export async function readFinding(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<FindingPage | null> {
  const open = await openPanelOf(actor, panelId, candidacyId);
  if (!open) return null;
  const { panel, visible } = open;
  const [vacancy, candidacy, sheets, members, rubric, next] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readFound(candidacyId),
    readSheets(candidacyId),
    readMembers(panelId),
    readSheetRubric(panel.vacancyId),
    nextUnfound(panel, visible, candidacyId),
  ]);
  const { finding, person } = candidacy;
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    levels: rubric.levels,
    criteria: rubric.criteria,
    sheets,
    members: members.filter(({ memberId }) => sheets.some((sheet) => sheet.memberId === memberId)),
    finding: finding && {
      ...finding,
      reasonCodes: findingReasonsIn(finding.reasonCodes),
      updatedAt: finding.updatedAt.toISOString(),
    },
    passedOver: candidacy.passedOver?.reason ?? null,
    mayAdvise: candidacy.feedback !== null && can(actor, "candidateFeedback.advise", factsOf(panel)),
    mayWrite: can(actor, "finding.write", factsOf(panel)) && PHASE_RIGHTS[panel.phase].moderates,
    mayReadVersions: mayReadVersions(actor, panel, candidacyId),
    next,
  };
}

/** The same for those who oversee, where findings were set aside with a rubric that was replaced. */
async function setAsideFor(actor: Actor, panelId: string, candidacyId: string) {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "rubric.read") || !visibleTo(panel, actor).includes(candidacyId)) return null;
  const where = { candidacyId, supersededById: { not: null } };
  return (await database().findingVersion.count({ where })) > 0 ? { panel } : null;
}

const readFound = (candidacyId: string) =>
  database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: {
      person: { select: { givenName: true, familyName: true } },
      passedOver: { select: { reason: true } },
      feedback: { select: { candidacyId: true } },
      finding: {
        select: {
          outcome: true,
          reasonCodes: true,
          text: true,
          version: true,
          updatedAt: true,
          criteria: { omit: { candidacyId: true } },
        },
      },
    },
  });

/** The first candidacy on the agenda, or after it of those not interviewed, that has no finding yet, other than this one. */
async function nextUnfound(
  panel: Parameters<typeof makeAgenda>[0],
  visible: readonly string[],
  candidacyId: string,
): Promise<string | null> {
  const [{ agenda, notHeard }, found] = await Promise.all([
    makeAgenda(panel, visible),
    database().finding.findMany({
      where: { candidacyId: { in: [...visible] } },
      select: { candidacyId: true },
    }),
  ]);
  const done = new Set([candidacyId, ...found.map((one) => one.candidacyId)]);
  const inTurn = [...agenda.rows.map((row) => row.candidacyId), ...notHeard];
  return inTurn.find((id) => !done.has(id)) ?? null;
}

/** What members who are not recused answered, in both rounds as one. */
async function readSheets(candidacyId: string) {
  const sheets = await database().scoreSheet.findMany({
    where: {
      candidacyId,
      submittedAt: { not: null },
      supersededById: null,
      NOT: { stage: "interview", candidacy: { passedOver: { isNot: null } } },
      member: { conflicts: { none: { candidacyId } }, panel: { revealedAt: { not: null } } },
    },
    orderBy: { memberId: "asc" },
    select: {
      memberId: true,
      stage: true,
      entries: {
        select: { criterionId: true, level: true, notObserved: true, evidence: true, confidence: true },
      },
    },
  });
  const of = (memberId: string, stage: SheetStage) =>
    sheets.find((one) => one.memberId === memberId && one.stage === stage)?.entries ?? [];
  return [...new Set(sheets.map(({ memberId }) => memberId))].map((memberId) => ({
    memberId,
    entries: standingEntries(of(memberId, "desk"), of(memberId, "interview")),
  }));
}

const keptCriteria = z.array(
  z.object({
    criterionId: z.uuid(),
    level: z.number().int().nullable(),
    notObserved: z.boolean(),
    text: z.string(),
    reason: z.string(),
  }),
);

/** How the finding on one candidacy changed, version by version; null where there is none to be seen. */
export async function readFindingHistory(
  actor: Actor,
  panelId: string,
  candidacyId: string,
  page: number,
): Promise<FindingHistoryPage | null> {
  const open =
    (await openPanelOf(actor, panelId, candidacyId)) ?? (await setAsideFor(actor, panelId, candidacyId));
  if (!open) return null;
  const { vacancyId } = open.panel;
  const [vacancy, { person }, criteria, total, rows] = await Promise.all([
    readVacancyTitle(database(), vacancyId),
    readFound(candidacyId),
    readEveryCriterion(vacancyId),
    database().findingVersion.count({ where: { candidacyId } }),
    database().findingVersion.findMany({
      where: { candidacyId },
      orderBy: { version: "desc" },
      skip: (page - 1) * VERSIONS_PER_PAGE,
      // One more than are shown: what the last of them changed.
      take: VERSIONS_PER_PAGE + 1,
      omit: { candidacyId: true, writtenById: true, supersededById: true },
    }),
  ]);
  const versions = rows.map(({ criteria: kept, writtenAt, ...row }) => ({
    ...row,
    writtenAt: writtenAt.toISOString(),
    criteria: keptCriteria.parse(kept),
  }));
  const changed = (after: KeptFinding, before: KeptFinding | undefined) =>
    before ? findingChanges(before, after) : null;
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    criteria,
    versions: versions
      .slice(0, VERSIONS_PER_PAGE)
      .map((version, n) => ({ ...version, changes: changed(version, versions[n + 1]) })),
    total,
  };
}
