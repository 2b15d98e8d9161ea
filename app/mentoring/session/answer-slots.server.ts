import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { setSession } from "./schedule-session.server.ts";
import { isSessionChannel } from "./session.ts";
import { refuseTime } from "./session-lifecycle.ts";
import { factsOf, loadPair, loadTaken } from "./session-state.queries.server.ts";

interface Order {
  readonly offerId: string;
  /** Which of the times, from 0. */
  readonly slot: number;
}

/** The other of a pair takes one of the times offered: it becomes a session, and both are invited. */
export function takeSlot(
  actor: Actor,
  { offerId, slot }: Order,
): Promise<Result<{ readonly sessionId: string }>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, actor, offerId);
    if (!found || found.offer.offeredById === actor.personId) return refuse("notFound");
    const { pair, offer } = found;
    if (offer.state !== "open") return refuse("slotsAnswered");
    const startsAt = offer.startsAt[slot];
    if (!startsAt) return refuse("slotGone", {}, "slot");
    const { durationMinutes, channel } = offer;
    const time = {
      startsAt,
      durationMinutes,
      channel: isSessionChannel(channel) ? channel : "video",
    } as const;
    const taken = await loadTaken(tx, pair, time);
    const refusal = refuseTime(time, { now: now(), engagement: pair, taken });
    if (refusal) return { ok: false, refusal: { ...refusal, ...(refusal.field && { field: "slot" }) } };
    const sessionId = await setSession(tx, actor, pair, time);
    const { count } = await tx.slotOffer.updateMany({
      where: { id: offer.id, state: "open" },
      data: { state: "accepted", sessionId },
    });
    if (count !== 1) throw new Error("an offer was answered within its own transaction");
    await appendEvent(tx, actor, {
      kind: "slots.accepted",
      subject: { type: "engagement", id: pair.id },
      facts: { offerId: offer.id, sessionId },
    });
    return ok({ sessionId });
  }, "Serializable");
}

/** Whoever offered times takes them back, as long as they are not answered. */
export function withdrawSlots(
  actor: Actor,
  offerId: string,
): Promise<Result<{ readonly engagementId: string }>> {
  return inTransaction(async (tx) => {
    const found = await load(tx, actor, offerId);
    if (!found || found.offer.offeredById !== actor.personId) return refuse("notFound");
    const { count } = await tx.slotOffer.updateMany({
      where: { id: found.offer.id, state: "open" },
      data: { state: "withdrawn" },
    });
    if (count !== 1) return refuse("slotsAnswered");
    await appendEvent(tx, actor, {
      kind: "slots.withdrawn",
      subject: { type: "engagement", id: found.pair.id },
      facts: { offerId: found.offer.id },
    });
    return ok({ engagementId: found.pair.id });
  });
}

/** An offer with its pair, for one of the two. */
async function load(tx: Transaction, actor: Actor, offerId: string) {
  const offer = await tx.slotOffer.findUnique({ where: { id: offerId } });
  const pair = offer && (await loadPair(tx, offer.engagementId));
  return pair && can(actor, "session.schedule", factsOf(pair)) ? { offer, pair } : null;
}
