import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { enterCadre } from "#app/cadre/enter-cadre.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadPoolReview, type PoolCase } from "./pool-review.queries.server.ts";
import { type PoolFinding, poolReviewTransitions } from "./pool-review.ts";
import { screeningBar } from "./screener.ts";
import { tellEntered, tellNotTaken } from "./tell-pool.server.ts";

interface Order {
  readonly nominationId: string;
  readonly finding: PoolFinding;
}

type Officer = Actor & { readonly userId: string };
type Reviewed = Result<undefined>;

/**
 * An officer finds somebody nominated for the cadre suitable, who enters it with what they were found ready for, or does
 * not take them, with reasons of the taxonomy. Person and state are told. The same finding posted twice is one.
 */
export function reviewNominee(actor: Actor, { nominationId, finding }: Order): Promise<Reviewed> {
  return inTransaction(async (tx): Promise<Reviewed> => {
    if (!can(actor, "pool.review") || actor.userId === null) return refuse("notPermitted");
    const officer = { ...actor, userId: actor.userId };
    const review = await loadPoolReview(tx, nominationId);
    if (!review) return refuse("notFound");
    const bar = screeningBar(actor, review);
    if (bar) return { ok: false, refusal: bar };
    const again = review.version === finding.version + 1 && review.decidedById === actor.userId;
    if (again && review.state === (finding.outcome === "suitable" ? "entered" : "notTaken")) return ok();
    if (review.version !== finding.version && review.state === "consented") return refuse("changedMeanwhile");
    return finding.outcome === "suitable"
      ? takeIn(tx, officer, review, finding)
      : leaveOut(tx, officer, review, finding);
  }, "Serializable");
}

type Found<Outcome> = Extract<PoolFinding, { readonly outcome: Outcome }>;

async function takeIn(
  tx: Transaction,
  officer: Officer,
  review: PoolCase,
  { roleKindCodes, level, evidence, note }: Found<"suitable">,
): Promise<Reviewed> {
  const next = take(poolReviewTransitions.enter, review.state, review);
  if (!next.ok) return next;
  const roleKinds = await tx.roleKind.findMany({
    where: { code: { in: roleKindCodes } },
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
  if (roleKinds.length !== roleKindCodes.length) return refuse("roleKindUnknown", {}, "roleKindCodes");
  const membershipId = await enterCadre(tx, officer, {
    personId: review.personId,
    via: "call",
    source: { name: "nominationId", id: review.nominationId },
    findings: roleKinds.map(({ code }) => ({ roleKindCode: code, level, evidence })),
    roleKinds,
    to: review,
  });
  const kept = await conclude(tx, officer, review, { state: next.value, membershipId, note: note || null });
  if (!kept.ok) return kept;
  await appendEvent(tx, officer, {
    kind: "pool.entered",
    subject: { type: "nomination", id: review.nominationId },
    facts: { callId: review.callId, personId: review.personId, membershipId, roleKindCodes, level },
    committed: { evidence, note },
  });
  await tellEntered(tx, review);
  return ok();
}

async function leaveOut(
  tx: Transaction,
  officer: Officer,
  review: PoolCase,
  { reasons, note }: Found<"notTaken">,
): Promise<Reviewed> {
  const facts = { withdrawn: review.withdrawn, reasons: reasons.length };
  const next = take(poolReviewTransitions.notTake, review.state, facts);
  if (!next.ok) return next;
  const reasonCodes = [...reasons];
  const kept = await conclude(tx, officer, review, { state: next.value, reasonCodes, note: note || null });
  if (!kept.ok) return kept;
  await appendEvent(tx, officer, {
    kind: "pool.notTaken",
    subject: { type: "nomination", id: review.nominationId },
    facts: { callId: review.callId, personId: review.personId, reasonCodes },
    committed: { note },
  });
  await tellNotTaken(tx, review, reasons);
  return ok();
}

async function conclude(
  tx: Transaction,
  { userId }: Officer,
  { nominationId, state, version }: PoolCase,
  data: Prisma.PoolReviewUpdateManyMutationInput,
): Promise<Reviewed> {
  const moved = await tx.poolReview.updateMany({
    where: { nominationId, state, version },
    data: { ...data, decidedAt: now(), decidedById: userId, version: { increment: 1 } },
  });
  return moved.count === 1 ? ok() : refuse("changedMeanwhile");
}
