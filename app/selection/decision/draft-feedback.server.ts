import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { draftPoints } from "./feedback.ts";

/**
 * Drafts what each of those judged is told of their own levels, from the panel's findings, in the transaction that drafts
 * the letters. What was drafted for an earlier decision and not released waits again, in the words it had; what was
 * released stands, since a finding does not change after a decision.
 */
export async function draftFeedback(tx: Transaction, vacancyId: string, candidacyIds: readonly string[]) {
  const theirs = { candidacyId: { in: [...candidacyIds] } };
  await tx.feedback.updateMany({
    where: { ...theirs, state: "superseded" },
    data: { state: "awaitingReview", draftedAt: now(), version: { increment: 1 } },
  });
  const rubric = await tx.rubric.findUnique({
    where: { vacancyId },
    select: {
      levels: true,
      criteria: { orderBy: { position: "asc" }, select: { id: true, minimumLevel: true } },
    },
  });
  const findings = await tx.finding.findMany({
    where: { ...theirs, candidacy: { feedback: null }, criteria: { some: {} } },
    orderBy: { candidacyId: "asc" },
    select: {
      candidacyId: true,
      criteria: { select: { criterionId: true, level: true, text: true } },
    },
  });
  if (!rubric || findings.length === 0) return;
  await tx.feedback.createMany({
    data: findings.map(({ candidacyId }) => ({ candidacyId, vacancyId, draftedAt: now() })),
  });
  await tx.feedbackPoint.createMany({
    data: findings.flatMap(({ candidacyId, criteria }) =>
      draftPoints(criteria, rubric).map((point) => ({ ...point, candidacyId })),
    ),
  });
}
