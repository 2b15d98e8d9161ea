import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { factsOf, isRevealed, seatOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { balanceReasonNeeded } from "./report-balance.ts";
import type { ReportPage } from "./report-page.ts";
import { readReportView } from "./report-view.queries.server.ts";

/** A panel's report: the latest as this account may see it, and what can be done with it. */
export async function readReport(actor: Actor, panelId: string): Promise<ReportPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !isRevealed(panel)) return null;
  if (!can(actor, "report.read", { ...factsOf(panel), complete: panel.reported })) return null;
  const seat = seatOf(panel, actor);
  const { moderates } = PHASE_RIGHTS[panel.phase];
  const mayCreate = moderates && can(actor, "report.create", factsOf(panel));
  const [vacancy, report, findings] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readReportView(actor, panel, !can(actor, "panel.read", factsOf(panel))),
    database().finding.findMany({
      where: { candidacyId: { in: [...visibleTo(panel, actor)] } },
      select: { outcome: true, candidacy: { select: { person: { select: { gender: true } } } } },
    }),
  ]);
  const recommended = findings.filter(({ outcome }) => outcome === "recommended");
  const signed = report?.signatures.some(({ memberId }) => memberId === seat?.id) ?? false;
  const open = moderates && report !== null && !report.outOfDate;
  return {
    panelId,
    vacancyId: panel.vacancyId,
    phase: panel.phase,
    vacancy,
    report,
    mayCreate,
    withoutFinding: visibleTo(panel, actor).length - findings.length,
    balanceReasonNeeded: balanceReasonNeeded(recommended.map(({ candidacy }) => candidacy.person.gender)),
    maySign: open && !signed && seat !== undefined && can(actor, "report.sign", factsOf(panel)),
    receiptId: report !== null && signed ? await signatureEvent(actor, report.reportId) : null,
    wanting: panel.members
      .filter(({ id }) => !report?.signatures.some(({ memberId }) => memberId === id))
      .map(({ id }) => id),
  };
}

/** Where the reader's own signature stands in the record. */
async function signatureEvent({ userId }: Actor, reportId: string): Promise<string | null> {
  const event = await database().recordEvent.findFirst({
    where: { subjectType: "report", subjectId: reportId, kind: "report.signed", actorId: userId },
    select: { id: true },
  });
  return event?.id ?? null;
}
