import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { sentOtherwise, submissionHash } from "#app/selection/sheet/submission-hash.ts";
import { countTowards } from "./pledge-counts.queries.server.ts";
import {
  type NewStatePledge,
  type PledgeLevel,
  type PledgeOrder,
  type PledgeStep,
  pledgeTransitions,
  reminderOf,
} from "./state-pledge.ts";

/**
 * A focal point pledges for the state they act for; reminders of it are ordered at once. A form posted twice is one pledge.
 */
export async function makePledge(
  actor: Actor,
  pledge: NewStatePledge,
): Promise<Result<{ pledgeId: string }>> {
  const stateCode = actingState(actor);
  if (stateCode === null || !can(actor, "statePledge.make", { stateCode })) return refuse("notPermitted");
  const { submissionKey, ...content } = pledge;
  const sent = { submissionKey, submissionHash: submissionHash({ stateCode, ...content }) };
  try {
    return await inTransaction((tx) => enterPledge(tx, actor, { stateCode, sent, content }));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await inTransaction((tx) => pledgeOf(tx, sent))) ?? refuse("changedMeanwhile");
  }
}

interface Sent {
  readonly submissionKey: string;
  readonly submissionHash: string;
}

/** The pledge that a form made before; null where it is posted for the first time. */
async function pledgeOf(tx: Transaction, sent: Sent): Promise<Result<{ pledgeId: string }> | null> {
  const found = await tx.statePledge.findUnique({
    where: { submissionKey: sent.submissionKey },
    select: { id: true, submissionHash: true },
  });
  if (!found) return null;
  const other = sentOtherwise({ submissionHash: found.submissionHash ?? "" }, sent);
  return other ? { ok: false, refusal: other } : ok({ pledgeId: found.id });
}

interface Entry {
  readonly stateCode: string;
  readonly sent: Sent;
  readonly content: Omit<NewStatePledge, "submissionKey">;
}

async function enterPledge(
  tx: Transaction,
  actor: Actor,
  { stateCode, sent, content }: Entry,
): Promise<Result<{ pledgeId: string }>> {
  const again = await pledgeOf(tx, sent);
  if (again) return again;
  const { kind, quantity, dueOn, words } = content;
  if (dueOn < today()) return refuse("pledgeInPast", {}, "dueOn");
  const { id: pledgeId } = await tx.statePledge.create({
    data: {
      ...{ stateCode, kind, quantity, words, dueOn: new Date(dueOn), ...sent },
      ...{ createdAt: now(), createdById: actor.userId ?? "" },
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "statePledge.made",
    subject: { type: "statePledge", id: pledgeId },
    facts: { stateCode, kind, quantity, dueOn },
    committed: { words },
  });
  await orderReminder(tx, pledgeId, reminderOf(dueOn, today()).next);
  return ok({ pledgeId });
}

/** Has the state reminded on that day; nothing where no reminder is left. */
export async function orderReminder(tx: Transaction, pledgeId: string, day: string | null): Promise<void> {
  if (day) await enqueue(tx, "remindPledge", { pledgeId }, `remindPledge:${pledgeId}`, new Date(day));
}

/** Does with a pledge what its page asks for. */
export function keepPledge(actor: Actor, pledgeId: string, order: PledgeOrder): Promise<Result<undefined>> {
  return order.intent === "advance"
    ? advancePledge(actor, { pledgeId, step: order })
    : withdrawPledge(actor, { pledgeId, version: order.version });
}

/** The secretariat brings a pledge to its next level, with what shows it. */
export async function advancePledge(
  actor: Actor,
  { pledgeId, step }: { readonly pledgeId: string; readonly step: PledgeStep },
): Promise<Result<undefined>> {
  if (!can(actor, "statePledge.advance")) return refuse("notPermitted");
  const { level, readyDays, evidence, version } = step;
  return inTransaction(async (tx) => {
    const pledge = await tx.statePledge.findUnique({ where: { id: pledgeId } });
    if (!pledge) return refuse("notFound");
    if (pledge.version !== version) return refuse("changedMeanwhile");
    const counted = await countTowards(tx, pledge);
    const next = take(pledgeTransitions[level], pledge.level, { counted, quantity: pledge.quantity });
    if (!next.ok) return next;
    const days = level === "ready" ? Number(readyDays) : pledge.readyDays;
    const reached = await reach(tx, actor, { pledgeId, version, level: next.value, evidence, days });
    if (!reached.ok) return reached;
    await appendEvent(tx, actor, {
      kind: "statePledge.advanced",
      subject: { type: "statePledge", id: pledgeId },
      facts: { from: pledge.level, to: next.value, readyDays: days },
      committed: { evidence },
    });
    return ok();
  }, "Serializable");
}

/** A state takes back what it has not delivered. */
export async function withdrawPledge(
  actor: Actor,
  { pledgeId, version }: { readonly pledgeId: string; readonly version: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pledge = await tx.statePledge.findUnique({ where: { id: pledgeId } });
    if (!pledge || !can(actor, "statePledge.withdraw", pledge)) return refuse("notFound");
    if (pledge.version !== version) return refuse("changedMeanwhile");
    const next = take(pledgeTransitions.withdrawn, pledge.level, {
      counted: null,
      quantity: pledge.quantity,
    });
    if (!next.ok) return next;
    const { readyDays: days } = pledge;
    const reached = await reach(tx, actor, { pledgeId, version, level: next.value, evidence: "", days });
    if (!reached.ok) return reached;
    await appendEvent(tx, actor, {
      kind: "statePledge.withdrawn",
      subject: { type: "statePledge", id: pledgeId },
      facts: { from: pledge.level },
    });
    return ok();
  }, "Serializable");
}

interface Reached {
  readonly pledgeId: string;
  readonly version: number;
  readonly level: PledgeLevel;
  readonly evidence: string;
  readonly days: number | null;
}

async function reach(
  tx: Transaction,
  actor: Actor,
  { pledgeId, version, level, evidence, days }: Reached,
): Promise<Result<undefined>> {
  const { count } = await tx.statePledge.updateMany({
    where: { id: pledgeId, version },
    data: { level, readyDays: days, version: { increment: 1 } },
  });
  if (count === 0) return refuse("changedMeanwhile");
  await tx.pledgeStep.create({
    data: { pledgeId, level, evidence, takenById: actor.userId ?? "", takenAt: now() },
  });
  return ok();
}
