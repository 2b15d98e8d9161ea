import type { Actor } from "#app/access/actor.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { PanelPhase } from "#app/selection/panel/phase.ts";
import {
  carriedEntries,
  NOTHING_SET_ASIDE,
  phaseAfterChange,
  type SetAside,
} from "#app/selection/rubric/rubric-change.ts";
import { readUnchanged } from "#app/selection/rubric/unchanged-criteria.queries.server.ts";
import { keepSheetVersions } from "./keep-sheet-versions.server.ts";

interface Change {
  readonly vacancyId: string;
  readonly beforeId: string;
  readonly afterId: string;
  readonly reason: string;
  readonly at: Date;
  readonly dueOn: string;
  readonly panel: {
    readonly id: string;
    readonly phase: PanelPhase;
    readonly comparedAt: Date | null;
    readonly revealedAt: Date | null;
  } | null;
}

/**
 * Notes that a rubric took another's place and sets aside what was made under the one before: sheets, findings and
 * reports name the change and stay where they are; what is one row to a panel is kept with the change. Part of
 * publishing the change.
 *
 * @returns the change, and how much of each kind was set aside
 */
export async function reopenScoring(tx: Transaction, { userId }: Actor, change: Change) {
  const { vacancyId, beforeId, afterId, reason, at, panel } = change;
  const unchanged = await readUnchanged(tx, beforeId, afterId);
  const kept = panel ? await readSetAside(tx, panel.id) : NOTHING_SET_ASIDE;
  const { id: changeId } = await tx.rubricChange.create({
    data: {
      ...{ vacancyId, beforeId, afterId, reason, setAside: JSON.parse(JSON.stringify(kept)) },
      ...{ publishedById: userId ?? "", publishedAt: at },
      ...{ comparedAt: panel?.comparedAt ?? null, revealedAt: panel?.revealedAt ?? null },
    },
    select: { id: true },
  });
  const none = { sheets: 0, findings: 0, reports: 0 };
  if (!panel || panel.phase === "closed") return { changeId, setAside: none };
  const setAside = await supersede(tx, { changeId, vacancyId, panelId: panel.id, at });
  await carryAgreed(tx, panel, { kept, unchanged });
  if (phaseAfterChange(panel.phase) === "desk") await backToDesk(tx, userId, { ...change, panel });
  return { changeId, setAside };
}

interface Superseding {
  readonly changeId: string;
  readonly vacancyId: string;
  readonly panelId: string;
  readonly at: Date;
}

async function supersede(tx: Transaction, { changeId, vacancyId, panelId, at }: Superseding) {
  const supersededById = changeId;
  const sheets = await tx.scoreSheet.updateManyAndReturn({
    where: { member: { panelId }, supersededById: null },
    data: { supersededById, version: { increment: 1 } },
    select: { id: true },
  });
  await keepSheetVersions(
    tx,
    sheets.map(({ id }) => id),
    { how: "superseded", at },
  );
  await tx.findingVersion.updateMany({
    where: { candidacy: { vacancyId }, supersededById: null },
    data: { supersededById },
  });
  // Every version of a finding is kept above, the last one too; this is only the one that stands.
  const findings = await tx.finding.deleteMany({ where: { candidacy: { vacancyId } } });
  const reports = await tx.panelReport.updateMany({
    where: { vacancyId, supersededById: null },
    data: { supersededById },
  });
  await tx.shortlist.deleteMany({ where: { panelId } });
  await tx.stageEvent.deleteMany({
    where: { stage: { in: ["scored", "shortlisted"] }, candidacy: { vacancyId } },
  });
  return { sheets: sheets.length, findings: findings.count, reports: reports.count };
}

interface Agreed {
  readonly kept: SetAside;
  readonly unchanged: ReadonlyMap<string, string>;
}

/** What was agreed on the sample case goes on for criteria that are unchanged; a calibration under way begins anew. */
async function carryAgreed(
  tx: Transaction,
  { id: panelId, phase }: NonNullable<Change["panel"]>,
  { kept, unchanged }: Agreed,
) {
  await tx.calibrationNote.deleteMany({ where: { panelId } });
  await tx.calibrationNote.createMany({
    data: carriedEntries(kept.notes, unchanged).map((note) => ({ panelId, ...note })),
  });
  if (phase !== "calibration") return;
  await tx.sampleSheet.deleteMany({ where: { member: { panelId } } });
  await tx.calibration.updateMany({
    where: { panelId },
    data: { openedAt: null, openedById: null, openReason: "" },
  });
}

async function backToDesk(
  tx: Transaction,
  userId: string | null,
  { panel, at, dueOn }: Change & { readonly panel: NonNullable<Change["panel"]> },
) {
  const due = new Date(dueOn);
  const panelId = panel.id;
  await tx.panelPeriod.deleteMany({ where: { panelId, phase: { notIn: ["forming", "calibration"] } } });
  await tx.panel.update({
    where: { id: panelId },
    data: { phase: "desk", comparedAt: null, revealedAt: null, scoringDueOn: due, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.panelPeriod.create({
    data: { panelId, phase: "desk", closesOn: due, openedAt: at, openedById: userId },
  });
}

/** What is one row to a panel as it stands, with the days and words in it. */
async function readSetAside(tx: Transaction, panelId: string): Promise<SetAside> {
  const { periods, shortlist, calibration, members } = await tx.panel.findUniqueOrThrow({
    where: { id: panelId },
    select: {
      periods: { orderBy: { openedAt: "asc" } },
      shortlist: { include: { passedOver: { orderBy: { candidacyId: "asc" } } } },
      calibration: { select: { notes: { orderBy: { criterionId: "asc" } } } },
      members: { orderBy: { id: "asc" }, select: { id: true, sampleSheet: true } },
    },
  });
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    periods: periods.map(({ phase, openedById, closedById, moveReason, ...days }) => ({
      ...{ phase, openedById, closedById, moveReason },
      ...{ opensOn: iso(days.opensOn), closesOn: iso(days.closesOn) },
      ...{ openedAt: iso(days.openedAt), closedAt: iso(days.closedAt) },
    })),
    shortlist: shortlist && {
      balanceReason: shortlist.balanceReason,
      decidedById: shortlist.decidedById,
      decidedAt: shortlist.decidedAt.toISOString(),
      passedOver: shortlist.passedOver.map(({ candidacyId, reason }) => ({ candidacyId, reason })),
    },
    notes: (calibration?.notes ?? []).map(({ criterionId, text }) => ({ criterionId, text })),
    samples: members.flatMap(({ id, sampleSheet }) =>
      sampleSheet
        ? { memberId: id, entries: sampleSheet.entries, submittedAt: iso(sampleSheet.submittedAt) }
        : [],
    ),
  };
}
