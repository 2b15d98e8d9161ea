import type { Actor } from "#app/access/actor.ts";
import { ok, type Result } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { openHostConsultation } from "#app/selection/clearance/open-gates.server.ts";
import { candidacyTransitions, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { enterPhase } from "#app/selection/panel/enter-phase.server.ts";
import type { PanelState } from "#app/selection/panel/panel-facts.ts";
import { tellDecisionWaits } from "#app/selection/panel/tell-panel.server.ts";
import type { FindingOutcome } from "./finding.ts";
import type { PanelReportContent } from "./panel-report.ts";

interface Signed {
  readonly reportId: string;
  readonly content: PanelReportContent;
  readonly unsigned: number;
}

const ARROWS = {
  recommended: candidacyTransitions.recommend,
  suitable: candidacyTransitions.findSuitable,
  notRecommended: candidacyTransitions.findNotRecommended,
} as const satisfies Record<FindingOutcome, unknown>;

/** Days a decision maker has where the vacancy names no day. */
const DAYS_TO_DECIDE = 14;

/**
 * Part of the last signature: the findings take effect on the candidacies, the vacancy waits for its decision. A
 * candidacy withdrawn since the report was made stays withdrawn. On those recommended the host State is to be consulted.
 */
export async function completeReport(
  tx: Transaction,
  actor: Actor,
  panel: PanelState,
  { reportId, content, unsigned }: Signed,
): Promise<Result<undefined>> {
  const { vacancyId } = panel;
  const next = take(vacancyTransitions.completeReport, panel.vacancyState, { unsigned });
  if (!next.ok) return next;
  const at = now();
  const dueOn = await decisionDue(tx, vacancyId, at);
  await tx.panelReport.update({ where: { id: reportId }, data: { completedAt: at } });
  const reported = await enterPhase(tx, actor, { panelId: panel.id, from: "revealed", to: "reported" });
  const moved = await tx.vacancy.updateMany({
    where: { id: vacancyId, state: panel.vacancyState },
    data: { state: next.value, decisionDueOn: dueOn, version: { increment: 1 } },
  });
  if (!reported || moved.count !== 1) throw new Error(`Panel ${panel.id} is out of step`);
  for (const outcome of ["recommended", "suitable", "notRecommended"] as const) {
    const ids = content.candidacies.filter((one) => one.outcome === outcome).map((one) => one.candidacyId);
    await takeEffect(tx, actor, ids, outcome);
  }
  await tellDecisionWaits(tx, { vacancyId, dueOn: dueOn.toISOString().slice(0, 10) });
  return ok();
}

/** By when a decision is due that waits from a moment on: the day set, or some days from then where that has passed. */
export async function decisionDue(tx: Transaction, vacancyId: string, at: Date): Promise<Date> {
  const { decisionDueOn } = await tx.vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: { decisionDueOn: true },
  });
  const later = new Date(at.getTime() + DAYS_TO_DECIDE * 86_400_000).toISOString().slice(0, 10);
  return decisionDueOn && decisionDueOn > at ? decisionDueOn : new Date(later);
}

async function takeEffect(tx: Transaction, actor: Actor, ids: readonly string[], outcome: FindingOutcome) {
  const { from, to } = ARROWS[outcome];
  const reached = await tx.candidacy.updateManyAndReturn({
    where: { id: { in: [...ids] }, state: { in: [...from] } },
    data: { state: to, version: { increment: 1 } },
    select: { id: true, person: { select: { userId: true } } },
  });
  if (outcome !== "recommended") return;
  await tx.stageEvent.createMany({
    data: reached.map(({ id }) => ({ candidacyId: id, stage: "recommended" as const, reachedAt: now() })),
    skipDuplicates: true,
  });
  for (const { id, person } of reached)
    await openHostConsultation(tx, actor, { candidacyId: id, candidateUserId: person.userId });
}
