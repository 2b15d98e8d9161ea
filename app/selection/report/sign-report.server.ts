import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { factsOf, seatOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { holdPanel } from "#app/selection/rubric/rubric-change-facts.queries.server.ts";
import { completeReport } from "./complete-report.server.ts";
import { isOutOfDate, panelReportSchema } from "./panel-report.ts";

interface Order {
  readonly panelId: string;
  readonly reportId: string;
  /** Where the member signs with a dissent: its words. */
  readonly dissent: string | null;
}

/** What a signature led to: its place in the record, and whether it was the last one wanting. */
export interface Signed {
  readonly eventId: string;
  readonly complete: boolean;
}

/**
 * A member signs the panel's report, or signs with a dissent. The last signature completes it: the findings take
 * effect and the decision makers are told.
 */
export async function signReport(actor: Actor, order: Order): Promise<Result<Signed>> {
  try {
    return await inTransaction((tx) => sign(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("reportSignedAlready");
    throw error;
  }
}

async function sign(tx: Transaction, actor: Actor, order: Order): Promise<Result<Signed>> {
  const { panelId, reportId, dissent } = order;
  await holdPanel(tx, panelId);
  const panel = await loadPanel(tx, panelId);
  if (!panel || !can(actor, "report.sign", factsOf(panel))) return refuse("notFound");
  const seat = seatOf(panel, actor);
  if (!seat) return refuse("notFound");
  if (!PHASE_RIGHTS[panel.phase].moderates) return refuse("notModerating");
  const report = await tx.panelReport.findFirst({
    where: { vacancyId: panel.vacancyId, supersededById: null },
    orderBy: { version: "desc" },
    select: { id: true, version: true, content: true, signatures: { select: { memberId: true } } },
  });
  if (!report) return refuse("notFound");
  if (report.id !== reportId) return refuse("reportSuperseded", { version: report.version });
  if (report.signatures.some(({ memberId }) => memberId === seat.id)) return refuse("reportSignedAlready");
  const content = panelReportSchema.parse(report.content);
  const findings = await tx.finding.findMany({
    where: { candidacyId: { in: content.candidacies.map(({ candidacyId }) => candidacyId) } },
    select: { candidacyId: true, version: true },
  });
  if (isOutOfDate(content, { findings, members: panel.members })) return refuse("reportOutOfDate");
  await tx.reportSignature.create({ data: { reportId, memberId: seat.id, dissent, signedAt: now() } });
  const eventId = await appendEvent(tx, actor, {
    kind: "report.signed",
    subject: { type: "report", id: reportId },
    facts: { panelId, memberId: seat.id, version: report.version, dissents: dissent !== null },
    committed: { dissent, content },
  });
  const signed = new Set([...report.signatures.map(({ memberId }) => memberId), seat.id]);
  const unsigned = panel.members.filter(({ id }) => !signed.has(id)).length;
  if (unsigned > 0) return ok({ eventId, complete: false });
  const completed = await completeReport(tx, actor, panel, { reportId, content, unsigned });
  return completed.ok ? ok({ eventId, complete: true }) : completed;
}
