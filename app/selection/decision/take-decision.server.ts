import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CLEARANCE_FACTS, clearancesMissing } from "#app/selection/clearance/clearance.ts";
import { candidacyTransitions, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { panelReportSchema } from "#app/selection/report/panel-report.ts";
import type { Choice } from "./decision.ts";
import { groundsNeeded } from "./decision-grounds.ts";
import { draftLetters } from "./draft-letters.server.ts";

/** A choice for one vacancy. */
export interface DecisionOrder extends Choice {
  readonly vacancyId: string;
}

/**
 * What a choice is judged by, where this account may choose at all: a decision maker who neither sat on the panel nor is
 * a candidate, upon a report that all have signed, among those it recommends.
 */
export async function weighChoice(tx: Transaction, actor: Actor, order: DecisionOrder) {
  const vacancy = await loadVacancy(tx, order.vacancyId);
  const report = vacancy?.reports[0];
  if (!vacancy || !can(actor, "decision.make", { reportComplete: report !== undefined }) || !report)
    return refuse("notFound");
  const { userId } = actor;
  if (userId === null || vacancy.panel?.members.some((member) => member.userId === userId))
    return refuse("decidedByPanel");
  if (vacancy.candidacies.some(({ person }) => person.userId === userId)) return refuse("ownCase");
  const chosen = vacancy.candidacies.find(({ id }) => id === order.candidacyId);
  if (!chosen) return refuse("notRecommendedByPanel", {}, "candidacyId");
  // Who withdrew or declined is nobody's equal, nor passed over.
  const available = vacancy.candidacies.flatMap(({ id, state }) => (state === "recommended" ? [id] : []));
  const { figures } = panelReportSchema.parse(report.content);
  return ok({
    ...{ userId, chosen, reportId: report.id, state: vacancy.state },
    facts: {
      recommended: chosen.state === "recommended",
      clearancesMissing: clearancesMissing(chosen.clearances, now()).length,
      reasons: order.reasons,
      grounds: { tieBreak: order.tieBreak ?? "", departure: order.departure ?? "" },
      needed: groundsNeeded(figures, order.candidacyId, available),
    },
  });
}

/**
 * Makes a decision within a transaction: the chosen is selected, the record says so, and letters to candidates and their
 * states are drafted from what was recorded. They wait for an officer: nobody is told before. Refuses before it writes.
 */
export async function takeDecision(
  tx: Transaction,
  actor: Actor,
  order: DecisionOrder,
): Promise<Result<{ decisionId: string }>> {
  const { vacancyId, candidacyId, reasons } = order;
  const weighed = await weighChoice(tx, actor, order);
  if (!weighed.ok) return weighed;
  const { userId, chosen, reportId, state, facts } = weighed.value;
  const next = take(vacancyTransitions.decide, state, facts);
  if (!next.ok) return next;
  const selected = take(candidacyTransitions.select, chosen.state, undefined);
  if (!selected.ok) return selected;
  const moved = await tx.vacancy.updateMany({
    where: { id: vacancyId, state },
    data: { state: next.value, version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("wrongState", { state: "decided" });
  const { grounds } = facts;
  const { id: decisionId } = await tx.decision.create({
    data: {
      ...{ vacancyId, candidacyId, reportId, reasons, decidedById: userId, decidedAt: now() },
      tieBreakReason: grounds.tieBreak.trim() || null,
      departureReason: grounds.departure.trim() || null,
    },
    select: { id: true },
  });
  await tx.candidacy.update({
    where: { id: candidacyId },
    data: { state: selected.value, version: { increment: 1 } },
  });
  await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "selected", reachedAt: now() }] });
  // Whoever held a choice for this post holds it no longer: it is filled.
  await tx.heldDecision.deleteMany({ where: { vacancyId } });
  await appendEvent(tx, actor, {
    kind: "decision.made",
    subject: { type: "vacancy", id: vacancyId },
    facts: { decisionId, candidacyId, reportId },
    committed: { reasons, ...grounds },
  });
  await draftLetters(tx, { vacancyId, decisionId, reportId });
  return ok({ decisionId });
}

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      state: true,
      panel: { select: { members: { select: { userId: true } } } },
      reports: {
        where: { completedAt: { not: null } },
        orderBy: { version: "desc" },
        take: 1,
        select: { id: true, content: true },
      },
      candidacies: {
        select: {
          id: true,
          state: true,
          person: { select: { userId: true } },
          clearances: { select: CLEARANCE_FACTS },
        },
      },
    },
  });
