import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { submissionHash } from "#app/selection/sheet/submission-hash.ts";
import { wordsFor } from "#app/selection/words-present.ts";
import { graceEnd } from "./call.ts";
import { callTransitions } from "./call-lifecycle.ts";
import type { Extension } from "./call-notice.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { noticeOf } from "./notice.queries.server.ts";
import { tellStarters } from "./tell-starters.server.ts";

interface Order {
  readonly callId: string;
  readonly extension: Extension;
}

/**
 * Takes nominations longer than was stated. Everybody who began to nominate is told, and the old and the new hour stand
 * on the call's page. A form posted twice is one extension.
 */
export async function extendCall(actor: Actor, order: Order): Promise<Result<{ told: number }>> {
  if (!can(actor, "call.manage") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  try {
    return await inTransaction((tx) => extend(tx, officer, order), "Serializable");
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await inTransaction((tx) => noticeOf(tx, sentBy(order)))) ?? refuse("changedMeanwhile");
  }
}

const sentBy = ({ callId, extension: { submissionKey, closesAt, ...content } }: Order) => ({
  ...{ callId, submissionKey },
  submissionHash: submissionHash({ ...content, closesAt: closesAt.toISOString() }),
});

async function extend(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  order: Order,
): Promise<Result<{ told: number }>> {
  const sent = sentBy(order);
  const again = await noticeOf(tx, sent);
  if (again) return again;
  const { callId, extension } = order;
  const call = await tx.call.findUnique({
    where: { id: callId },
    select: { ...NAMED_CALL, state: true, version: true, closesAt: true, timeZone: true, graceMinutes: true },
  });
  if (!call?.closesAt) return refuse("notFound");
  const { closesAt: previousClosesAt, kind, version, timeZone, reference } = call;
  const { closesAt, text } = extension;
  const decisionDueOn = kind === "global" ? null : extension.decisionDueOn;
  if (kind === "vacancies" && decisionDueOn === null)
    return refuse("decisionDueMissing", {}, "decisionDueOn");
  const moment = now();
  const facts = { closesAt: previousClosesAt, newClosesAt: closesAt, decisionDueOn, now: moment };
  const next = take(callTransitions.extend, call.state, facts);
  if (!next.ok) return next;
  const moved = await tx.call.updateMany({
    where: { id: callId, state: call.state, version },
    data: { closesAt, takesUntil: graceEnd(closesAt, call.graceMinutes), version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("changedMeanwhile");
  if (decisionDueOn !== null) {
    await tx.vacancy.updateMany({ where: { callId }, data: { decisionDueOn: new Date(decisionDueOn) } });
  }
  const { id: noticeId } = await tx.callNotice.create({
    data: {
      ...sent,
      kind: "extension",
      text: { ...text },
      previousClosesAt,
      newClosesAt: closesAt,
      givenById: actor.userId,
      createdAt: moment,
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "call.extended",
    subject: { type: "call", id: callId },
    facts: {
      noticeId,
      previousClosesAt: previousClosesAt.toISOString(),
      closesAt: closesAt.toISOString(),
      decisionDueOn,
    },
    committed: { text: { ...text } },
  });
  const told = await tellStarters(tx, callId, ({ name, email, locale }) => ({
    kind: "callExtended",
    to: email,
    locale,
    params: {
      name,
      call: nameOfCall(locale, call),
      reference,
      previousClosesAt: previousClosesAt.toISOString(),
      closesAt: closesAt.toISOString(),
      timeZone,
      text: wordsFor(locale, text).text,
      link: paths.call(reference),
    },
    dedupeKey: `callExtended:${noticeId}:${email}`,
  }));
  return ok({ told });
}
