import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { LEAST_ANSWER_DAYS, type PledgeCallText, refuseAnswerDay, refuseChange } from "./pledge-call.ts";

interface Order extends Omit<PledgeCallText, "intent"> {
  readonly callId: string;
}

/** An officer keeps the messages of a draft as worded. */
export const keepPledgeCall = (actor: Actor, order: Order): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    const kept = await keep(tx, actor, order, {});
    if (!kept.ok) return kept;
    await appendEvent(tx, actor, {
      kind: "pledgeCall.kept",
      subject: { type: "pledgeCall", id: order.callId },
      facts: { version: order.version + 1 },
    });
    return ok();
  });

/** An officer sends a call: every focal point of each state addressed gets its message, and finds it at home. */
export const sendPledgeCall = (actor: Actor, order: Order): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    const kept = await keep(tx, actor, order, { state: "sent", sentAt: now() });
    if (!kept.ok) return kept;
    await appendEvent(tx, actor, {
      kind: "pledgeCall.sent",
      subject: { type: "pledgeCall", id: order.callId },
      facts: { states: order.texts.map(({ stateCode }) => stateCode), answerBy: order.answerBy },
    });
    await tell(tx, order);
    return ok();
  });

/** An officer throws a draft away. */
export const discardPledgeCall = (
  actor: Actor,
  { callId, version }: { readonly callId: string; readonly version: number },
): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    if (!can(actor, "pledgeCall.write")) return refuse("notFound");
    const call = await load(tx, callId);
    if (!call) return refuse("notFound");
    const stale = refuseChange(call, version);
    if (stale) return { ok: false, refusal: stale };
    const { count } = await tx.pledgeCall.deleteMany({ where: { id: callId, state: "draft", version } });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "pledgeCall.discarded",
      subject: { type: "pledgeCall", id: callId },
    });
    return ok();
  });

const load = (tx: Transaction, callId: string) =>
  tx.pledgeCall.findUnique({
    where: { id: callId },
    select: { state: true, version: true, addressees: { select: { stateCode: true } } },
  });

type Change = { readonly state?: "sent"; readonly sentAt?: Date };

/** Writes the wording, if nobody else has meanwhile and it is about the states that the draft is addressed to. */
async function keep(tx: Transaction, actor: Actor, order: Order, change: Change): Promise<Result<undefined>> {
  if (!can(actor, "pledgeCall.write")) return refuse("notFound");
  const call = await load(tx, order.callId);
  if (!call) return refuse("notFound");
  const refusal =
    refuseChange(call, order.version) ??
    refuseAnswerDay(order.answerBy, daysAfter(today(), LEAST_ANSWER_DAYS));
  if (refusal) return { ok: false, refusal };
  const addressed = call.addressees.map(({ stateCode }) => stateCode).toSorted();
  const worded = order.texts.map(({ stateCode }) => stateCode).toSorted();
  if (addressed.join() !== worded.join()) return refuse("changedMeanwhile");
  const { count } = await tx.pledgeCall.updateMany({
    where: { id: order.callId, state: "draft", version: order.version },
    data: { ...change, answerBy: new Date(order.answerBy), version: { increment: 1 } },
  });
  if (count !== 1) return refuse("changedMeanwhile");
  for (const { stateCode, text } of order.texts) {
    await tx.pledgeCallAddressee.update({
      where: { callId_stateCode: { callId: order.callId, stateCode } },
      data: { text },
    });
  }
  return ok();
}

async function tell(tx: Transaction, { callId, answerBy, texts }: Order): Promise<void> {
  const textOf = new Map(texts.map(({ stateCode, text }) => [stateCode, text]));
  const grants = await tx.roleGrant.findMany({
    where: { role: "focalPoint", revokedAt: null, stateCode: { in: [...textOf.keys()] } },
    orderBy: { id: "asc" },
    select: { stateCode: true, user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  await queueMails(
    tx,
    grants.map(({ stateCode, user }) => ({
      kind: "pledgesCalled" as const,
      to: user.email,
      locale: user.locale,
      dedupeKey: `pledgesCalled:${callId}:${stateCode}:${user.id}`,
      params: {
        name: user.name,
        text: textOf.get(stateCode ?? "") ?? "",
        dueOn: answerBy,
        link: paths.pledgeCall(callId),
      },
    })),
  );
}
