import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CLEARANCE_FACTS, clearancesMissing } from "./clearance.ts";
import type { Choice } from "./decision.ts";
import { candidacyTransitions, vacancyTransitions } from "./lifecycle.ts";
import { tellOutcome } from "./tell-outcome.server.ts";

interface Order extends Choice {
  readonly vacancyId: string;
}

/**
 * The decision maker selects somebody the panel recommended and every gate has cleared, with reasons. Whoever sat on
 * the panel, or is a candidate, does not decide. Candidates and their states are told what was recorded.
 */
export async function decide(actor: Actor, order: Order): Promise<Result<{ decisionId: string }>> {
  try {
    return await inTransaction((tx) => select(tx, actor, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("wrongState", { state: "decided" });
    throw error;
  }
}

async function select(tx: Transaction, actor: Actor, order: Order): Promise<Result<{ decisionId: string }>> {
  const { vacancyId, candidacyId, reasons } = order;
  const vacancy = await loadVacancy(tx, vacancyId);
  const report = vacancy?.reports[0];
  if (!vacancy || !can(actor, "decision.make", { reportComplete: report !== undefined }) || !report)
    return refuse("notFound");
  const { userId } = actor;
  if (userId === null || vacancy.panel?.members.some((member) => member.userId === userId))
    return refuse("decidedByPanel");
  if (vacancy.candidacies.some(({ person }) => person.userId === userId)) return refuse("ownCase");
  const chosen = vacancy.candidacies.find(({ id }) => id === candidacyId);
  if (!chosen) return refuse("notRecommendedByPanel", {}, "candidacyId");
  const next = take(vacancyTransitions.decide, vacancy.state, {
    recommended: chosen.state === "recommended",
    clearancesMissing: clearancesMissing(chosen.clearances, now()).length,
    reasons,
  });
  if (!next.ok) return next;
  const selected = take(candidacyTransitions.select, chosen.state, undefined);
  if (!selected.ok) return selected;
  const moved = await tx.vacancy.updateMany({
    where: { id: vacancyId, state: vacancy.state },
    data: { state: next.value, version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("wrongState", { state: "decided" });
  const { id: decisionId } = await tx.decision.create({
    data: { vacancyId, candidacyId, reportId: report.id, reasons, decidedById: userId, decidedAt: now() },
    select: { id: true },
  });
  await tx.candidacy.update({
    where: { id: candidacyId },
    data: { state: selected.value, version: { increment: 1 } },
  });
  await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "selected", reachedAt: now() }] });
  await appendEvent(tx, actor, {
    kind: "decision.made",
    subject: { type: "vacancy", id: vacancyId },
    facts: { decisionId, candidacyId, reportId: report.id },
    committed: { reasons },
  });
  await tellOutcome(tx, vacancyId);
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
        select: { id: true },
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
