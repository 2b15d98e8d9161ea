import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { factsOf, loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { ContactKind } from "./concern.ts";
import { SECRETARIAT_ACCOUNT } from "./concern-handler.queries.server.ts";
import { sealForConcern } from "./concern-seal.queries.server.ts";
import { tellHandler } from "./tell-concern.server.ts";

interface Order {
  readonly engagementId: string;
  readonly contact: ContactKind;
  readonly text: string;
}

/**
 * One of a pair, at work or ended, tells an officer by name what worries them. The other of the two learns nothing, nor
 * does any other officer: what is written is encrypted, and the record says that a concern was raised, not by whom or
 * of which pair.
 */
export function raiseConcern(actor: Actor, order: Order): Promise<Result<{ concernId: string }>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, order.engagementId);
    const { personId } = actor;
    if (!pair || personId === null || !can(actor, "concern.raise", factsOf(pair))) return refuse("notFound");
    const contact = await tx.concernContact.findFirst({
      where: { kind: order.contact, user: SECRETARIAT_ACCOUNT },
      select: { userId: true, user: { select: { person: { select: { id: true } } } } },
    });
    if (!contact) return refuse("noContact", {}, "contact");
    const own = contact.user.person?.id;
    if (own === pair.mentor.id || own === pair.mentee.id) return refuse("contactOfPair", {}, "contact");
    const { id: concernId } = await tx.concern.create({
      data: {
        ...{ personId, engagementId: pair.id, contact: order.contact },
        ...{ handlerId: contact.userId, raisedAt: now() },
      },
      select: { id: true },
    });
    await tx.concernMessage.create({
      data: {
        concernId,
        fromRaiser: true,
        sealedText: sealForConcern(concernId, order.text),
        writtenAt: now(),
      },
    });
    await appendEvent(tx, null, {
      kind: "concern.raised",
      subject: { type: "concern", id: concernId },
      facts: { contact: order.contact },
      committed: { personId, text: order.text },
    });
    await tellHandler(tx, concernId, concernId);
    return ok({ concernId });
  });
}
