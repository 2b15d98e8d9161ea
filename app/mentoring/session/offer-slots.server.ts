import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { refuseTime } from "./session-lifecycle.ts";
import { factsOf, loadPair, loadTaken, type Pair } from "./session-state.queries.server.ts";
import type { SlotOfferForm } from "./slot-offer.ts";

interface Order {
  readonly engagementId: string;
  readonly offer: SlotOfferForm;
}

type Offered = Result<{ readonly offerId: string }>;

/**
 * One of a pair puts some times to the other. An offer that waited, whoever made it, is answered by this one: a pair has
 * one list of times to look at.
 */
export function offerSlots(actor: Actor, { engagementId, offer }: Order): Promise<Offered> {
  return inTransaction(async (tx): Promise<Offered> => {
    const pair = await loadPair(tx, engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "session.schedule", factsOf(pair)))
      return refuse("notFound");
    const refusal = await refuseSlots(tx, pair, offer);
    if (refusal) return { ok: false, refusal };
    await tx.slotOffer.updateMany({
      where: { engagementId: pair.id, state: "open" },
      data: { state: "countered" },
    });
    const { slots, durationMinutes, channel } = offer;
    const { id } = await tx.slotOffer.create({
      data: {
        ...{ engagementId: pair.id, offeredById: personId, durationMinutes, channel, createdAt: now() },
        startsAt: slots.map(({ startsAt }) => startsAt),
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "slots.offered",
      subject: { type: "engagement", id: pair.id },
      facts: { offerId: id, count: slots.length },
    });
    await tellOther(tx, pair, personId, id, slots.length);
    return ok({ offerId: id });
  }, "Serializable");
}

/** Why one of the times cannot be offered, beside the field in which it was typed. */
async function refuseSlots(tx: Transaction, pair: Pair, { slots, durationMinutes, channel }: SlotOfferForm) {
  const [first] = slots;
  const last = slots.at(-1);
  if (!first || !last) return null;
  const taken = await loadTaken(tx, pair, first, undefined, last.startsAt);
  for (const { startsAt, field } of slots) {
    const facts = { now: now(), engagement: pair, taken };
    const refusal = refuseTime({ startsAt, durationMinutes, channel }, facts);
    if (refusal) return { ...refusal, ...(refusal.field && { field }) };
  }
  return null;
}

async function tellOther(tx: Transaction, pair: Pair, personId: string, offerId: string, count: number) {
  const [own, other] = personId === pair.mentor.id ? [pair.mentor, pair.mentee] : [pair.mentee, pair.mentor];
  await queueMail(tx, {
    kind: "slotsOffered",
    to: other.user?.email ?? other.email,
    locale: other.user?.locale ?? "en",
    dedupeKey: `slotsOffered:${offerId}`,
    params: {
      name: `${other.givenName} ${other.familyName}`,
      other: `${own.givenName} ${own.familyName}`,
      count,
      link: paths.slotOffer(offerId),
    },
  });
}
