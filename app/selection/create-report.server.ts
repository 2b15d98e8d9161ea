import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf, type PanelState } from "./panel-facts.ts";
import type { PanelReportContent } from "./panel-report.ts";
import { loadPanel } from "./panel-state.queries.server.ts";
import { type ComputedRanking, computeRanking } from "./ranking-computation.queries.server.ts";
import { rankingFigures } from "./ranking-figures.ts";
import { BALANCE_REASON_LENGTH, balanceReasonNeeded } from "./report-balance.ts";
import { readReportMaterial } from "./report-material.queries.server.ts";
import { askToSign } from "./tell-panel.server.ts";

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
  if (panel.phase !== "revealed") return refuse("notModerating");
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
  const panel = await loadPanel(tx, panelId);
  if (panel?.phase !== "revealed" || actor.userId === null) return refuse("notModerating");
  const figures = rankingFigures(computed.ranking, computed);
  const ranked = new Set([...figures.rows.map(({ candidacyId }) => candidacyId), ...figures.notScored]);
  if (ranked.size !== panel.candidacyIds.length) return refuse("panelChangedMeanwhile");
  const material = await readReportMaterial(tx, panel);
  if (material.missing > 0) return refuse("findingsMissing", { count: material.missing });
  const recommended = material.content.candidacies.filter(({ outcome }) => outcome === "recommended");
  const reasonNeeded = balanceReasonNeeded(recommended.map(({ gender }) => gender));
  if (reasonNeeded && balanceReason.length < BALANCE_REASON_LENGTH)
    return refuse("balanceReasonMissing", {}, "balanceReason");
  const content: PanelReportContent = {
    ...material.content,
    figures,
    balanceReason: reasonNeeded ? balanceReason : null,
  };
  return store(tx, actor, panel, content);
}

async function store(tx: Transaction, actor: Actor, panel: PanelState, content: PanelReportContent) {
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
