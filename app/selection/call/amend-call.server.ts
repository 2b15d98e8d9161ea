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
import { callTransitions } from "./call-lifecycle.ts";
import type { Amendment } from "./call-notice.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { noticeOf } from "./notice.queries.server.ts";
import { tellStarters } from "./tell-starters.server.ts";

interface Order {
  readonly callId: string;
  readonly amendment: Amendment;
}

/**
 * Adds something to a published call, or puts a slip in it right: the words stand on its page with their date, and
 * everybody who began to nominate is told. A form posted twice is one notice.
 */
export async function amendCall(actor: Actor, order: Order): Promise<Result<{ told: number }>> {
  if (!can(actor, "call.manage") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  try {
    return await inTransaction((tx) => amend(tx, officer, order), "Serializable");
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await inTransaction((tx) => noticeOf(tx, sentBy(order)))) ?? refuse("changedMeanwhile");
  }
}

const sentBy = ({ callId, amendment: { submissionKey, ...content } }: Order) => ({
  ...{ callId, submissionKey },
  submissionHash: submissionHash(content),
});

async function amend(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  order: Order,
): Promise<Result<{ told: number }>> {
  const sent = sentBy(order);
  const again = await noticeOf(tx, sent);
  if (again) return again;
  const { callId } = sent;
  const { kind, text } = order.amendment;
  const call = await tx.call.findUnique({
    where: { id: callId },
    select: { ...NAMED_CALL, state: true, version: true },
  });
  if (!call) return refuse("notFound");
  const next = take(callTransitions.amend, call.state, undefined);
  if (!next.ok) return next;
  const moved = await tx.call.updateMany({
    where: { id: callId, state: call.state, version: call.version },
    data: { version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("changedMeanwhile");
  const { id: noticeId } = await tx.callNotice.create({
    data: { ...sent, kind, text: { ...text }, givenById: actor.userId, createdAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "call.amended",
    subject: { type: "call", id: callId },
    facts: { noticeId, noticeKind: kind },
    committed: { text: { ...text } },
  });
  const told = await tellStarters(tx, callId, ({ name, email, locale }) => ({
    kind: kind === "addendum" ? "callAddendum" : "callCorrection",
    to: email,
    locale,
    params: {
      name,
      call: nameOfCall(locale, call),
      reference: call.reference,
      text: wordsFor(locale, text).text,
      link: paths.call(call.reference),
    },
    dedupeKey: `callAmended:${noticeId}:${email}`,
  }));
  return ok({ told });
}
