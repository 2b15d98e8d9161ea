import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

interface Order {
  readonly nominationId: string;
}

/**
 * What somebody nominated for the cadre attested, and what they disclosed: to the secretariat and vetting officers,
 * never on their own nomination. That it was read, and by whom, goes on record.
 */
export function readPoolAttestation(actor: Actor, { nominationId }: Order) {
  return inTransaction(async (tx) => {
    if (!can(actor, "attestation.read")) return refuse("notPermitted");
    const review = await tx.poolReview.findUnique({
      where: { nominationId },
      select: {
        attestation: { omit: { nominationId: true } },
        nomination: {
          select: { person: { select: { userId: true, givenName: true, familyName: true } } },
        },
      },
    });
    if (!review) return refuse("notFound");
    const { person } = review.nomination;
    if (person.userId !== null && person.userId === actor.userId) return refuse("notFound");
    const { attestation } = review;
    if (attestation)
      await appendEvent(tx, actor, {
        kind: "attestation.read",
        subject: { type: "nomination", id: nominationId },
        facts: { number: 1 },
      });
    return ok({
      ...{ nominationId, name: `${person.givenName} ${person.familyName}` },
      attestation: attestation && { ...attestation, attestedAt: attestation.attestedAt.toISOString() },
    });
  });
}
