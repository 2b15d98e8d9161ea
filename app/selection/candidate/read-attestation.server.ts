import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";

interface Order {
  readonly candidacyId: string;
}

/**
 * What a candidate attested, and what they disclosed: to the secretariat and vetting officers, never on their own case
 * or on one from which they are recused. That it was read, and by whom, goes on record.
 */
export function readAttestation(actor: Actor, { candidacyId }: Order) {
  return inTransaction(async (tx) => {
    if (!can(actor, "attestation.read")) return refuse("notPermitted");
    const userId = actor.userId ?? "";
    const candidacy = await tx.candidacy.findFirst({
      where: {
        id: candidacyId,
        conflicts: { none: { member: { userId } } },
        person: { OR: [{ userId: null }, { userId: { not: userId } }] },
      },
      select: {
        id: true,
        person: { select: { givenName: true, familyName: true } },
        vacancy: { select: VACANCY_TITLE },
        attestations: { orderBy: { number: "desc" }, omit: { id: true, candidacyId: true } },
      },
    });
    if (!candidacy) return refuse("notFound");
    const { id, person, vacancy, attestations } = candidacy;
    if (attestations.length > 0)
      await appendEvent(tx, actor, {
        kind: "attestation.read",
        subject: { type: "candidacy", id },
        facts: { number: attestations.length },
      });
    return ok({
      ...{ id, name: `${person.givenName} ${person.familyName}`, reference: vacancy.reference },
      ...vacancy.post,
      attestations: attestations.map(({ attestedAt, ...one }) => ({
        ...one,
        attestedAt: attestedAt.toISOString(),
      })),
    });
  });
}
