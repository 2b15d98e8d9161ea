import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { vacancyTransitions } from "./lifecycle.ts";
import { readRubric } from "./rubric.queries.server.ts";
import { rubricHash } from "./rubric-hash.ts";
import { type CallDates, LEAST_CALL_DAYS, longEnough } from "./vacancy.ts";

interface Order {
  readonly vacancyId: string;
  readonly dates: CallDates;
}

/**
 * Opens the call: from now on Member States may nominate. The rubric freezes before any candidate is known, and its
 * hash is published with the call.
 */
export async function publishVacancy(actor: Actor, order: Order): Promise<Result<{ reference: string }>> {
  if (!can(actor, "vacancy.publish") || actor.userId === null) return refuse("notPermitted");
  const createdById = actor.userId;
  const { vacancyId, dates } = order;
  return inTransaction(async (tx) => {
    const vacancy = await loadVacancy(tx, vacancyId);
    const rubric = await readRubric(tx, vacancyId);
    if (!vacancy || !rubric) return refuse("notFound");
    const opensAt = now();
    const { closesAt, timeZone, decisionDueOn } = dates;
    const facts = { criteria: rubric.criteria.length, closesAt, now: opensAt };
    const next = take(vacancyTransitions.publish, vacancy.state, facts);
    if (!next.ok) return next;
    if (!longEnough(opensAt, closesAt)) return refuse("callTooShort", { days: LEAST_CALL_DAYS }, "closesAt");
    if (vacancy.post.mission.needs[0]?.id !== vacancy.needsId) return refuse("needsNewerThanDraft");
    const hash = rubricHash(rubric.criteria, rubric.levels);
    const { id: callId } = await tx.call.create({
      data: {
        reference: vacancy.reference,
        kind: "vacancies",
        state: "open",
        opensAt,
        closesAt,
        takesUntil: closesAt,
        timeZone,
        publishedAt: opensAt,
        createdById,
      },
      select: { id: true },
    });
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state: vacancy.state, version: vacancy.version },
      data: {
        state: next.value,
        callId,
        decisionDueOn: new Date(decisionDueOn),
        version: { increment: 1 },
      },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.rubric.update({ where: { vacancyId }, data: { frozenAt: opensAt, hash } });
    await appendEvent(tx, actor, {
      kind: "vacancy.published",
      subject: { type: "vacancy", id: vacancyId },
      facts: {
        reference: vacancy.reference,
        rubricHash: hash,
        closesAt: closesAt.toISOString(),
        timeZone,
        decisionDueOn,
      },
    });
    return ok({ reference: vacancy.reference });
  }, "Serializable");
}

const loadVacancy = (tx: Transaction, id: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      reference: true,
      state: true,
      version: true,
      needsId: true,
      post: {
        select: {
          mission: { select: { needs: { orderBy: { version: "desc" }, take: 1, select: { id: true } } } },
        },
      },
    },
  });
