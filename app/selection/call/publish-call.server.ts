import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type VacancyState, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { draftCadreRubric } from "#app/selection/pool/draft-cadre-rubric.server.ts";
import { readCallRubric, readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import { RUBRIC_SIZE } from "#app/selection/rubric/rubric.ts";
import { RUBRIC_TEXT_VERSION, rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { callTransitions } from "./call-lifecycle.ts";
import { tellPublished } from "./tell-published.server.ts";

interface Order {
  readonly callId: string;
}

/**
 * Publishes a call: from its opening hour on those it is addressed to may nominate. The rubrics of its vacancies freeze
 * before any candidate is known, and their hashes are published with it. The focal points it is addressed to are told.
 */
export async function publishCall(actor: Actor, { callId }: Order): Promise<Result<{ reference: string }>> {
  if (!can(actor, "call.manage") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction(async (tx) => {
    const call = await loadCall(tx, callId);
    if (!call) return refuse("notFound");
    const { kind, vacancies, closesAt, version } = call;
    const publishedAt = now();
    const opensAt = call.opensAt && call.opensAt > publishedAt ? call.opensAt : publishedAt;
    const outdated = vacancies.find(({ post, needsId }) => post.mission.needs[0]?.id !== needsId);
    const next = take(callTransitions.publish, call.state, {
      global: kind === "global",
      vacancies: vacancies.length,
      needsNewer: outdated?.reference ?? null,
      opensAt,
      closesAt,
      now: publishedAt,
    });
    if (!next.ok) return next;
    const opening = await readyToOpen(tx, vacancies);
    if (!opening.ok) return opening;
    const cadre = kind === "global" ? await freezeCadreRubric(tx, officer, callId, publishedAt) : ok(null);
    if (!cadre.ok) return cadre;
    const moved = await tx.call.updateMany({
      where: { id: callId, state: call.state, version },
      data: { state: next.value, opensAt, publishedAt, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    for (const vacancy of opening.value) await openVacancy(tx, actor, vacancy, publishedAt);
    await appendEvent(tx, actor, {
      kind: "call.published",
      subject: { type: "call", id: callId },
      facts: {
        reference: call.reference,
        callKind: kind,
        vacancyIds: vacancies.map(({ id }) => id),
        opensAt: opensAt.toISOString(),
        closesAt: closesAt?.toISOString() ?? null,
        timeZone: call.timeZone,
        graceMinutes: call.graceMinutes,
        listRule: call.listRule,
        targetedStateCodes: call.targetedStateCodes,
        selfNomination: call.selfNomination,
        ...(cadre.value === null ? {} : { rubricHash: cadre.value }),
      },
    });
    await tellPublished(tx, callId);
    return ok({ reference: call.reference });
  }, "Serializable");
}

const loadCall = (tx: Transaction, id: string) =>
  tx.call.findUnique({
    where: { id },
    include: {
      vacancies: {
        orderBy: { reference: "asc" },
        select: {
          id: true,
          reference: true,
          state: true,
          needsId: true,
          decisionDueOn: true,
          post: {
            select: {
              mission: {
                select: { needs: { orderBy: { version: "desc" }, take: 1, select: { id: true } } },
              },
            },
          },
        },
      },
    },
  });

interface Opening {
  readonly id: string;
  readonly reference: string;
  readonly next: VacancyState;
  readonly hash: string;
  readonly decisionDueOn: string | null;
}

/** The vacancies that open with a call, each with the hash its rubric will have; nothing is written yet. */
async function readyToOpen(
  tx: Transaction,
  vacancies: NonNullable<Awaited<ReturnType<typeof loadCall>>>["vacancies"],
): Promise<Result<readonly Opening[]>> {
  const opening: Opening[] = [];
  for (const { id, reference, state, decisionDueOn } of vacancies) {
    const rubric = await readRubric(tx, id);
    if (!rubric) return refuse("notFound");
    const next = take(vacancyTransitions.publish, state, { criteria: rubric.criteria.length });
    if (!next.ok) return next;
    const hash = rubricHash({ ...rubric, textVersion: RUBRIC_TEXT_VERSION });
    const due = decisionDueOn?.toISOString().slice(0, 10) ?? null;
    opening.push({ id, reference, next: next.value, hash, decisionDueOn: due });
  }
  return ok(opening);
}

/** One vacancy opens with its call: its rubric freezes, and the hash goes on record. */
async function openVacancy(tx: Transaction, actor: Actor, vacancy: Opening, frozenAt: Date) {
  const { id, reference, next, hash, decisionDueOn } = vacancy;
  await tx.vacancy.update({ where: { id }, data: { state: next, version: { increment: 1 } } });
  await tx.rubric.update({
    where: { vacancyId: id },
    data: { frozenAt, hash, textVersion: RUBRIC_TEXT_VERSION },
  });
  await appendEvent(tx, actor, {
    kind: "vacancy.published",
    subject: { type: "vacancy", id },
    facts: { reference, rubricHash: hash, decisionDueOn },
  });
}

/** The rubric of a call for the cadre at large freezes; one drafted before there were any gets the usual one. */
async function freezeCadreRubric(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  callId: string,
  frozenAt: Date,
): Promise<Result<string>> {
  if (!(await readCallRubric(tx, callId))) await draftCadreRubric(tx, callId, actor.userId);
  const rubric = await readCallRubric(tx, callId);
  if (!rubric) return refuse("notFound");
  const criteria = rubric.criteria.length;
  if (criteria < RUBRIC_SIZE.least || criteria > RUBRIC_SIZE.most) return refuse("rubricSize", { criteria });
  const hash = rubricHash({ ...rubric, textVersion: RUBRIC_TEXT_VERSION });
  const frozen = { frozenAt, hash, textVersion: RUBRIC_TEXT_VERSION };
  await tx.rubric.update({ where: { callId }, data: frozen, select: { id: true } });
  return ok(hash);
}
