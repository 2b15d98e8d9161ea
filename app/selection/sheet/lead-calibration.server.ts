import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { enterPhase } from "#app/selection/panel/enter-phase.server.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf } from "#app/selection/panel/phase.ts";
import { tellDeskOpened } from "#app/selection/panel/tell-panel.server.ts";
import { type Agreement, CALIBRATION_REASON_LENGTH, spreadOf, unsettled } from "./calibration.ts";
import { loadCalibration } from "./calibration-state.queries.server.ts";
import { openSampleSheets } from "./write-sample-sheet.server.ts";

/** The panel and its calibration, where this account leads it and it is under way. */
async function load(tx: Transaction, actor: Actor, panelId: string) {
  const panel = await loadPanel(tx, panelId);
  if (!panel || !can(actor, "calibration.lead", factsOf(panel))) return refuse("notFound");
  const calibration = await loadCalibration(tx, panelId);
  if (panel.phase !== "calibration" || !calibration) return refuse("notCalibrating");
  const criteria = await tx.criterion.findMany({
    where: { rubric: { vacancyId: panel.vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true, stage: true },
  });
  const criterionIds = criteriaOf(criteria, "desk", panel).map(({ id }) => id);
  return ok({ panel, calibration, criterionIds });
}

interface Opening {
  readonly panelId: string;
  readonly reason: string;
}

/** The chair opens the sample sheets to each other though some are wanting, with a reason. */
export function openSamples(actor: Actor, { panelId, reason }: Opening): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, actor, panelId);
    if (!found.ok) return found;
    const { openedAt, wanting } = found.value.calibration;
    if (openedAt !== null) return refuse("samplesOpen");
    if (wanting > 0 && reason.length < CALIBRATION_REASON_LENGTH)
      return refuse("samplesWanting", { count: wanting, characters: CALIBRATION_REASON_LENGTH }, "reason");
    await openSampleSheets(tx, actor, panelId, wanting > 0 ? reason : "");
    return ok();
  }, "Serializable");
}

interface Agreed {
  readonly panelId: string;
  readonly agreement: Agreement;
}

/** The chair writes down what the panel agreed that a level takes; it stays in view on every score sheet. */
export function agreeLevels(actor: Actor, { panelId, agreement }: Agreed): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, actor, panelId);
    if (!found.ok) return found;
    const { calibration, criterionIds } = found.value;
    if (calibration.openedAt === null) return refuse("samplesClosed");
    if (calibration.version !== agreement.version) return refuse("panelChangedMeanwhile");
    const known = new Set(criterionIds);
    if (agreement.notes.some(({ criterionId }) => !known.has(criterionId))) return refuse("sheetNotOfRubric");
    const notes = agreement.notes.filter(({ text }) => text !== "");
    await tx.calibrationNote.deleteMany({ where: { panelId } });
    await tx.calibrationNote.createMany({ data: notes.map((note) => ({ panelId, ...note })) });
    await tx.calibration.update({ where: { panelId }, data: { version: { increment: 1 } } });
    await appendEvent(tx, actor, {
      kind: "sample.agreed",
      subject: { type: "panel", id: panelId },
      facts: { criteria: notes.map(({ criterionId }) => criterionId).toSorted() },
      committed: { notes },
    });
    return ok();
  }, "Serializable");
}

/** The chair ends the calibration: the desk opens, once something is agreed wherever members lay apart. */
export function openDesk(
  actor: Actor,
  { panelId }: { readonly panelId: string },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, actor, panelId);
    if (!found.ok) return found;
    const { panel, calibration, criterionIds } = found.value;
    if (calibration.openedAt === null) return refuse("samplesClosed");
    const submitted = calibration.sheets.filter(({ submittedAt }) => submittedAt !== null);
    const open = unsettled(spreadOf(criterionIds, submitted), calibration.notes);
    if (open.length > 0) return refuse("levelsNotAgreed", { count: open.length });
    if (!(await enterPhase(tx, actor, { panelId, from: "calibration", to: "desk" })))
      return refuse("panelChangedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "panel.deskOpened",
      subject: { type: "panel", id: panelId },
      facts: { vacancyId: panel.vacancyId, samples: submitted.length },
    });
    const userIds = panel.members.map(({ userId }) => userId);
    await tellDeskOpened(tx, { panelId, vacancyId: panel.vacancyId, userIds });
    return ok();
  }, "Serializable");
}
