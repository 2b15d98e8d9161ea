import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { readMembers } from "#app/selection/panel/panel.queries.server.ts";
import {
  candidacyFactsOf,
  isCompared,
  type PanelState,
  visibleTo,
} from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { openRounds, roundOf, SHEET_STAGES } from "#app/selection/panel/phase.ts";
import { readEveryCriterion } from "#app/selection/rubric/rubric-names.queries.server.ts";
import { namesTo } from "./blind.queries.server.ts";
import { CONFIDENCES } from "./sheet-entry.ts";
import { type SheetHistoryPage, sheetChanges } from "./sheet-history.ts";

/** How many versions a page shows. */
export const SHEET_VERSIONS_PER_PAGE = 10;

const keptEntries = z.array(
  z.object({
    criterionId: z.uuid(),
    level: z.number().int().nullable(),
    notObserved: z.boolean(),
    evidence: z.string(),
    // Versions kept before it was asked have none.
    confidence: z.enum(CONFIDENCES).nullable().default(null),
  }),
);

interface Asked {
  /** A sheet's id; without it the sheet of the round the panel is in, or the first. */
  readonly sheet: string | null;
  readonly page: number;
}

/**
 * Every version of a sheet: a member's own at any time, and to the secretariat and the auditor each sheet of a round
 * that was revealed. Null for anybody else, for a recused member in whatever role, and for a sheet that is not among
 * those; one that a change of the rubric superseded is read as it was before. A sheet withdrawn by a recusal counts for nothing and is not shown.
 */
export async function readSheetHistory(
  actor: Actor,
  panelId: string,
  candidacyId: string,
  { sheet, page }: Asked,
): Promise<SheetHistoryPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !visibleTo(panel, actor).includes(candidacyId)) return null;
  const facts = candidacyFactsOf(panel, candidacyId, actor);
  const opened = openRounds(panel);
  const own = can(actor, "sheet.readHistory", { ...facts, ownerUserId: actor.userId, opened: false });
  const stages = SHEET_STAGES.filter(
    (stage) =>
      own || can(actor, "sheet.readHistory", { ...facts, ownerUserId: null, opened: opened.includes(stage) }),
  );
  // Of sheets that a change of the rubric superseded: whatever of them had been opened then.
  const oversees = can(actor, "sheet.readHistory", { ...facts, ownerUserId: null, opened: true });
  if (stages.length === 0 && !oversees) return null;
  const superseded = own
    ? [{ supersededById: { not: null } }]
    : [
        { stage: "desk" as const, supersededBy: { comparedAt: { not: null } } },
        { supersededBy: { revealedAt: { not: null } } },
      ];
  const submitted = own ? {} : { submittedAt: { not: null } };
  const [vacancy, criteria, { person }, rows, members, nameOf] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readEveryCriterion(panel.vacancyId),
    database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { person: { select: { givenName: true, familyName: true } } },
    }),
    database().scoreSheet.findMany({
      where: {
        ...{ candidacyId, withdrawnAt: null, ...submitted },
        OR: [{ stage: { in: [...stages] }, supersededById: null }, ...superseded],
        member: { panelId, ...(own && actor.userId !== null ? { userId: actor.userId } : {}) },
      },
      orderBy: [{ memberId: "asc" }, { stage: "asc" }],
      select: { id: true, stage: true, memberId: true, supersededById: true },
    }),
    readMembers(panelId),
    namesTo(actor, panel),
  ]);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const sheets = rows.map(({ id, stage, memberId, supersededById }) => ({
    ...{ id, stage, member: names.get(memberId) ?? "" },
    superseded: supersededById !== null,
  }));
  if (sheets.length === 0 && stages.length === 0) return null;
  const standing = sheets.filter((one) => !one.superseded);
  const current =
    standing.find(({ stage }) => stage === roundOf(panel.phase, panel)) ?? standing[0] ?? sheets[0];
  const asked = sheet === null ? current : sheets.find(({ id }) => id === sheet);
  if (sheet !== null && !asked) return null;
  return {
    panelId,
    candidacyId,
    vacancy,
    name: nameOf(candidacyId, person),
    own,
    criteria,
    sheets,
    sheetId: asked?.id ?? null,
    ...(asked ? await readVersions(asked.id, page) : { versions: [], total: 0 }),
  };
}

/** Whether others' sheets of a panel that opened them may be gone through version by version: the overseers' alone. */
export const mayReadVersions = (actor: Actor, panel: PanelState, candidacyId: string): boolean =>
  can(actor, "sheet.readHistory", {
    ...candidacyFactsOf(panel, candidacyId, actor),
    ...{ ownerUserId: null, opened: isCompared(panel) },
  });

async function readVersions(
  sheetId: string,
  page: number,
): Promise<Pick<SheetHistoryPage, "versions" | "total">> {
  const [total, rows] = await Promise.all([
    database().scoreSheetVersion.count({ where: { sheetId } }),
    database().scoreSheetVersion.findMany({
      where: { sheetId },
      orderBy: { version: "desc" },
      skip: (page - 1) * SHEET_VERSIONS_PER_PAGE,
      // One more than are shown: what the last of them changed.
      take: SHEET_VERSIONS_PER_PAGE + 1,
    }),
  ]);
  const kept = rows.map((row) => ({ ...row, entries: keptEntries.parse(row.entries) }));
  const versions = kept.slice(0, SHEET_VERSIONS_PER_PAGE).map(({ version, how, keptAt, entries }, n) => ({
    ...{ version, how, keptAt: keptAt.toISOString() },
    changes: sheetChanges(kept[n + 1]?.entries ?? [], entries),
  }));
  return { versions, total };
}
