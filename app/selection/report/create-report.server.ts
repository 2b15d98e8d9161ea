import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf, type PanelState } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { askToSign } from "#app/selection/panel/tell-panel.server.ts";
import type { Ranking, SeverityModel } from "#app/selection/ranking/rank-result.ts";
import {
  type ComputedRanking,
  computeRanking,
} from "#app/selection/ranking/ranking-computation.queries.server.ts";
import { rankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import { holdPanel } from "#app/selection/rubric/rubric-change-facts.queries.server.ts";
import { isOutOfDate, type NewReport, panelReportSchema } from "./panel-report.ts";
import { BALANCE_REASON_LENGTH, balanceReasonNeeded } from "./report-balance.ts";
import { readReportMaterial } from "./report-material.queries.server.ts";

interface Order {
  readonly panelId: string;
  readonly balanceReason: string;
}

/**
 * The chair makes the panel's report: what was found, by whom, on which figures, as it stands now. A later report is a
 * new version; signatures under an earlier one do not count for it.
 */
export async function createReport(
  actor: Actor,
  order: Order,
): Promise<Result<{ reportId: string; version: number }>> {
  const panel = await loadPanel(database(), order.panelId);
  if (!panel || !can(actor, "report.create", factsOf(panel))) return refuse("notFound");
  if (!PHASE_RIGHTS[panel.phase].moderates) return refuse("notModerating");
  // Submitted sheets do not change: the ranking is calculated before the transaction, not while others wait for it.
  const computed = await computeRanking(panel, panel.candidacyIds);
  try {
    return await inTransaction((tx) => create(tx, actor, order, computed), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("panelChangedMeanwhile");
    throw error;
  }
}

async function create(
  tx: Transaction,
  actor: Actor,
  { panelId, balanceReason }: Order,
  computed: ComputedRanking,
): Promise<Result<{ reportId: string; version: number }>> {
  await holdPanel(tx, panelId);
  const panel = await loadPanel(tx, panelId);
  if (!panel || !PHASE_RIGHTS[panel.phase].moderates || actor.userId === null) return refuse("notModerating");
  if (await stands(tx, panel)) return refuse("reportStands");
  const figures = rankingFigures(computed.ranking, computed);
  const { rows, notScored, notHeard } = figures;
  const known = new Set([...rows.map(({ candidacyId }) => candidacyId), ...notScored, ...notHeard]);
  if (known.size !== panel.candidacyIds.length) return refuse("panelChangedMeanwhile");
  const material = await readReportMaterial(tx, panel);
  if (material.missing > 0) return refuse("findingsMissing", { count: material.missing });
  if (material.open > 0) return refuse("outcomesMissing", { count: material.open });
  const recommended = material.content.candidacies.filter(({ outcome }) => outcome === "recommended");
  const reasonNeeded = balanceReasonNeeded(recommended.map(({ gender }) => gender));
  if (reasonNeeded && balanceReason.length < BALANCE_REASON_LENGTH)
    return refuse("balanceReasonMissing", {}, "balanceReason");
  const content: NewReport = {
    ...material.content,
    figures,
    method: methodOf(computed.ranking),
    balanceReason: reasonNeeded ? balanceReason : null,
  };
  return store(tx, actor, panel, content);
}

/** Whether the latest report says how things are: another would only set aside what was signed or dissented from. */
async function stands(tx: Transaction, { vacancyId, members }: PanelState): Promise<boolean> {
  const latest = await tx.panelReport.findFirst({
    where: { vacancyId, supersededById: null },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  if (!latest) return false;
  const content = panelReportSchema.parse(latest.content);
  const findings = await tx.finding.findMany({
    where: { candidacyId: { in: content.candidacies.map(({ candidacyId }) => candidacyId) } },
    select: { candidacyId: true, version: true },
  });
  return !isOutOfDate(content, { findings, members });
}

/** How the figures came about, as far as they were ranked. */
const methodOf = (ranking: Ranking): NewReport["method"] =>
  ranking.kind === "ranked" ? { ...modelOf(ranking.model), panels: ranking.panels } : null;

const modelOf = ({ kind, varianceMembers, varianceResidual }: SeverityModel) => ({
  model: kind,
  varianceMembers,
  varianceResidual,
});

async function store(tx: Transaction, actor: Actor, panel: PanelState, content: NewReport) {
  const { vacancyId } = panel;
  const latest = await tx.panelReport.aggregate({ where: { vacancyId }, _max: { version: true } });
  const version = (latest._max.version ?? 0) + 1;
  const { inputsHash, seed, draws } = content.figures;
  const { id: reportId } = await tx.panelReport.create({
    data: { vacancyId, version, content, inputsHash, createdAt: now(), createdById: actor.userId ?? "" },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "report.created",
    subject: { type: "report", id: reportId },
    facts: { panelId: panel.id, vacancyId, version, inputsHash, seed, draws },
    committed: { content },
  });
  const userIds = panel.members.map(({ userId }) => userId);
  await askToSign(tx, { panelId: panel.id, vacancyId, userIds, reportId });
  return ok({ reportId, version });
}
