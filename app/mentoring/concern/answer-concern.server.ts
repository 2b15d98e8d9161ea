import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { concernTransitions } from "./concern.ts";
import { sealForConcern } from "./concern-seal.queries.server.ts";
import { tellHandler, tellRaiser } from "./tell-concern.server.ts";

interface Order {
  readonly concernId: string;
  readonly text: string;
}

/** Whoever raised a concern, or the officer who handles it, writes to the other of the two. */
export function answerConcern(actor: Actor, { concernId, text }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const concern = await loadConcern(tx, concernId);
    if (!concern) return refuse("notFound");
    const handles = can(actor, "concern.handle", concern);
    if (!handles && !can(actor, "concern.follow", concern)) return refuse("notFound");
    const next = take(concernTransitions.answer, concern.state, undefined);
    if (!next.ok) return refuse("concernClosed");
    const state = handles ? next.value : concern.state;
    const { count } = await tx.concern.updateMany({
      where: { id: concernId, state: concern.state, handlerId: concern.handlerId },
      data: { state },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    const { id } = await tx.concernMessage.create({
      data: {
        concernId,
        fromRaiser: !handles,
        officerId: handles ? actor.userId : null,
        sealedText: sealForConcern(concernId, text),
        writtenAt: now(),
      },
      select: { id: true },
    });
    await appendEvent(tx, handles ? actor : null, {
      kind: handles ? "concern.answered" : "concern.added",
      subject: { type: "concern", id: concernId },
      facts: { from: concern.state, to: state },
      committed: { text },
    });
    if (handles) await tellRaiser(tx, concernId, id);
    else await tellHandler(tx, concernId, id);
    return ok();
  });
}

/** The officer closes a concern that they have answered. */
export function closeConcern(actor: Actor, concernId: string): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const concern = await loadConcern(tx, concernId);
    if (!concern || !can(actor, "concern.handle", concern)) return refuse("notFound");
    const answers = concern._count.messages;
    const next = take(concernTransitions.close, concern.state, { answers });
    if (!next.ok) return next;
    const { count } = await tx.concern.updateMany({
      where: { id: concernId, state: concern.state },
      data: { state: next.value, closedAt: now() },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "concern.closed",
      subject: { type: "concern", id: concernId },
      facts: { from: concern.state },
    });
    await tellRaiser(tx, concernId, `${concernId}:closed`);
    return ok();
  });
}

const loadConcern = (tx: Transaction, id: string) =>
  tx.concern.findUnique({
    where: { id },
    select: {
      state: true,
      personId: true,
      handlerId: true,
      _count: { select: { messages: { where: { fromRaiser: false } } } },
    },
  });
