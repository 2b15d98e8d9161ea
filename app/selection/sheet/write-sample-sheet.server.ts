import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf, type PanelState, seatOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf } from "#app/selection/panel/phase.ts";
import { loadCalibration } from "./calibration-state.queries.server.ts";
import { type DraftSheet, sheetFits } from "./score-sheet.ts";

interface Order {
  readonly panelId: string;
  readonly sheet: DraftSheet;
}

/** Keeps a member's sheet on the sample case as far as it is filled in. */
export const saveSample = (actor: Actor, order: Order): Promise<Result<undefined>> =>
  inTransaction((tx) => write(tx, actor, order, false), "Serializable");

/** Hands in a member's sheet on the sample case, for good; with the last of them they are open to each other. */
export const submitSample = (actor: Actor, order: Order): Promise<Result<undefined>> =>
  inTransaction((tx) => write(tx, actor, order, true), "Serializable");

async function write(
  tx: Transaction,
  actor: Actor,
  { panelId, sheet }: Order,
  submitted: boolean,
): Promise<Result<undefined>> {
  const panel = await loadPanel(tx, panelId);
  const seat = panel && seatOf(panel, actor);
  if (!panel || !seat || !can(actor, "calibration.score", factsOf(panel))) return refuse("notFound");
  const calibration = await loadCalibration(tx, panelId);
  if (panel.phase !== "calibration" || !calibration || calibration.openedAt !== null)
    return refuse("notCalibrating");
  const own = calibration.sheets.find(({ memberId }) => memberId === seat.id);
  if (own?.submittedAt) return refuse("sheetSubmitted");
  if ((own?.version ?? 0) !== sheet.version)
    return refuse("sampleChangedMeanwhile", { version: own?.version ?? 0 });
  if (!sheetFits(sheet.entries, await rubricOf(tx, panel), submitted)) return refuse("sheetNotOfRubric");
  const at = now();
  const data = {
    entries: sheet.entries.map((entry) => ({ ...entry, confidence: entry.confidence ?? null })),
    updatedAt: at,
    submittedAt: submitted ? at : null,
  };
  await tx.sampleSheet.upsert({
    where: { memberId: seat.id },
    create: { memberId: seat.id, ...data },
    update: { ...data, version: { increment: 1 } },
  });
  if (!submitted) return ok();
  await appendEvent(tx, actor, {
    kind: "sample.submitted",
    subject: { type: "panel", id: panelId },
    facts: { member: seat.id },
    committed: { entries: sheet.entries },
  });
  // The one just handed in is among those that were wanting.
  if (calibration.wanting === 1) await openSampleSheets(tx, actor, panelId, "");
  return ok();
}

/** The criteria that the sample is scored on: those of the desk, since it is a file and nobody is heard. */
async function rubricOf(tx: Transaction, panel: PanelState) {
  const rubric = await tx.rubric.findUniqueOrThrow({
    where: { vacancyId: panel.vacancyId },
    select: { levels: true, criteria: { select: { id: true, stage: true } } },
  });
  const criteria = criteriaOf(rubric.criteria, "desk", panel);
  return { levels: rubric.levels, criterionIds: criteria.map(({ id }) => id) };
}

/** Opens the sample sheets to the panel. Part of the submission of the last, and of the chair's word before. */
export async function openSampleSheets(tx: Transaction, actor: Actor, panelId: string, reason: string) {
  await tx.calibration.update({
    where: { panelId },
    data: { openedAt: now(), openedById: actor.userId, openReason: reason },
  });
  await appendEvent(tx, actor, {
    kind: "sample.opened",
    subject: { type: "panel", id: panelId },
    facts: { early: reason !== "" },
    committed: { reason },
  });
}
