import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Refusal, type Result, refuse } from "#app/access/result.ts";
import { because, take } from "#app/access/transition.ts";
import { enterCadre } from "#app/cadre/enter-cadre.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { screeningBar } from "#app/selection/screening/screener.ts";
import { sheetRefusal } from "#app/selection/screening/screening.ts";
import type { Conclusion } from "#app/selection/screening/screening-rule.ts";
import { loadPoolReview, type PoolCase } from "./pool-review.queries.server.ts";
import { type PoolFinding, poolReviewTransitions } from "./pool-review.ts";
import { concludePool, type PoolSheetFacts, poolReasons, readinessFound } from "./pool-review-rule.ts";
import { tellEntered, tellNotTaken } from "./tell-pool.server.ts";

interface Order {
  readonly nominationId: string;
  readonly finding: PoolFinding;
}

type Officer = Actor & { readonly userId: string };
type Sheet = PoolSheetFacts & { readonly note: string };
type Concluded = Extract<Conclusion, { readonly kind: "concluded" }>;

/**
 * An officer's own finding on somebody nominated for the cadre, made without sight of another's. The second that agrees
 * with the first concludes the review; where they disagree a third is asked. Whoever is found suitable enters the cadre
 * with what they were found ready for; whoever is not is told why. The same finding posted twice is one.
 */
export function reviewNominee(actor: Actor, { nominationId, finding }: Order): Promise<Result<Conclusion>> {
  return inTransaction(async (tx): Promise<Result<Conclusion>> => {
    if (!can(actor, "pool.review") || actor.userId === null) return refuse("notPermitted");
    const officer = { ...actor, userId: actor.userId };
    const review = await loadPoolReview(tx, nominationId);
    if (!review) return refuse("notFound");
    const bar = screeningBar(actor, review);
    if (bar) return { ok: false, refusal: bar };
    const sheet = sheetOf(officer, finding);
    const own = review.sheets.find(({ screenerId }) => screenerId === officer.userId);
    if (own) return own.passed === sheet.passed ? ok(concludePool(review.sheets)) : refuse("alreadyReviewed");
    const arrow = poolReviewTransitions[sheet.passed ? "enter" : "notTake"];
    const open = take(arrow, review.state, { ...review, reasons: sheet.reasons.length });
    if (!open.ok) return open;
    if (review.version !== finding.version) return refuse("changedMeanwhile");
    const refusal = (await unknownKind(tx, sheet)) ?? findingRefusal(sheet, review);
    if (refusal) return { ok: false, refusal };
    return submit(tx, officer, review, sheet);
  }, "Serializable");
}

function sheetOf({ userId }: Officer, finding: PoolFinding): Sheet {
  const { findings, note } = finding;
  const by = { screenerId: userId, findings, note };
  return finding.outcome === "suitable"
    ? {
        ...{ ...by, passed: true, reasons: [] },
        ...{ roleKindCodes: finding.roleKindCodes, level: finding.level, evidence: finding.evidence },
      }
    : { ...by, passed: false, reasons: finding.reasons, roleKindCodes: [], level: null, evidence: "" };
}

async function unknownKind(tx: Transaction, { roleKindCodes }: Sheet): Promise<Refusal | null> {
  const known = await tx.roleKind.count({ where: { code: { in: [...roleKindCodes] } } });
  return known === roleKindCodes.length ? null : because("roleKindUnknown", {}, "roleKindCodes");
}

/** Why a finding cannot be taken, or null: as of a screening, and for reasons that make sense without a vacancy alone. */
function findingRefusal(sheet: Sheet, { requirements }: PoolCase): Refusal | null {
  const refusal = sheetRefusal(sheet, requirements, false);
  if (refusal) return refusal.field === "passed" ? { ...refusal, field: "outcome" } : refusal;
  const offered = poolReasons(requirements);
  return sheet.reasons.every((reason) => offered.includes(reason))
    ? null
    : because("reasonUnfounded", {}, "reasons");
}

async function submit(
  tx: Transaction,
  officer: Officer,
  review: PoolCase,
  sheet: Sheet,
): Promise<Result<Conclusion>> {
  const { nominationId, state, version } = review;
  // Taken first, so that of two officers who submit at once one waits for the other and sees that sheet.
  const held = await tx.poolReview.updateMany({ where: { nominationId, state, version }, data: { version } });
  if (held.count !== 1) return refuse("changedMeanwhile");
  await keepSheet(tx, officer, review, sheet);
  const sheets = [...review.sheets, sheet];
  const conclusion = concludePool(sheets);
  if (conclusion.kind === "concluded")
    return conclusion.passed
      ? takeIn(tx, officer, review, sheets, conclusion)
      : leaveOut(tx, officer, review, conclusion);
  if (conclusion.for === "third")
    await appendEvent(tx, officer, {
      kind: "pool.disagreed",
      subject: { type: "nomination", id: nominationId },
      facts: { callId: review.callId },
    });
  return ok(conclusion);
}

/** The sheet, and in the record that there is one: what it says stays sealed until the review is concluded. */
async function keepSheet(
  tx: Transaction,
  officer: Officer,
  { nominationId, callId, sheets }: PoolCase,
  sheet: Sheet,
) {
  const seat = sheets.length + 1;
  const { screenerId: officerId, passed, level, evidence, note } = sheet;
  const found = {
    ...{ passed, level, evidence, note, findings: [...sheet.findings] },
    ...{ reasonCodes: [...sheet.reasons], roleKindCodes: [...sheet.roleKindCodes] },
  };
  await tx.poolSheet.create({
    data: { nominationId, seat, officerId, ...found, submittedAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, officer, {
    kind: "pool.reviewed",
    subject: { type: "nomination", id: nominationId },
    facts: { callId, seat },
    committed: found,
  });
}

async function takeIn(
  tx: Transaction,
  officer: Officer,
  review: PoolCase,
  sheets: readonly PoolSheetFacts[],
  conclusion: Concluded,
): Promise<Result<Conclusion>> {
  const { nominationId, personId, callId } = review;
  const findings = readinessFound(sheets);
  const codes = findings.map(({ roleKindCode }) => roleKindCode);
  const roleKinds = await tx.roleKind.findMany({
    where: { code: { in: codes } },
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
  const membershipId = await enterCadre(tx, officer, {
    ...{ personId, via: "call", source: { name: "nominationId", id: nominationId } },
    ...{ findings, roleKinds, to: review },
  });
  const kept = await conclude(tx, officer, review, {
    state: "entered",
    membershipId,
    basis: conclusion.basis,
  });
  if (!kept.ok) return kept;
  await appendEvent(tx, officer, {
    kind: "pool.entered",
    subject: { type: "nomination", id: nominationId },
    facts: {
      ...{ callId, personId, membershipId, roleKindCodes: codes, basis: conclusion.basis },
      officerIds: sheets.map(({ screenerId }) => screenerId),
    },
    committed: { findings: [...findings] },
  });
  await tellEntered(tx, review);
  return ok(conclusion);
}

async function leaveOut(
  tx: Transaction,
  officer: Officer,
  review: PoolCase,
  conclusion: Concluded,
): Promise<Result<Conclusion>> {
  const { basis, reasons } = conclusion;
  const reasonCodes = [...reasons];
  const kept = await conclude(tx, officer, review, { state: "notTaken", reasonCodes, basis });
  if (!kept.ok) return kept;
  await appendEvent(tx, officer, {
    kind: "pool.notTaken",
    subject: { type: "nomination", id: review.nominationId },
    facts: { callId: review.callId, personId: review.personId, reasonCodes, basis },
  });
  await tellNotTaken(tx, review, reasons);
  return ok(conclusion);
}

async function conclude(
  tx: Transaction,
  { userId }: Officer,
  { nominationId, state, version }: PoolCase,
  data: Prisma.PoolReviewUpdateManyMutationInput,
): Promise<Result<undefined>> {
  const moved = await tx.poolReview.updateMany({
    where: { nominationId, state, version },
    data: { ...data, decidedAt: now(), decidedById: userId, version: { increment: 1 } },
  });
  return moved.count === 1 ? ok() : refuse("changedMeanwhile");
}
