import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";
import { candidacyTransitions } from "./lifecycle.ts";

interface Order {
  readonly nominationId: string;
  /** Why, for the secretariat and the state's own colleagues. */
  readonly reason: string;
}

/**
 * A state takes its nomination back, as long as nothing has been decided on the candidacy, which ends with that. The
 * place on the list is free again until the call closes.
 */
export function withdrawNomination(
  actor: Actor,
  { nominationId, reason }: Order,
): Promise<Result<{ callId: string }>> {
  return inTransaction(async (tx) => {
    const nomination = await loadNomination(tx, nominationId);
    if (!nomination || !can(actor, "nomination.withdraw", nomination)) return refuse("notFound");
    if (nomination.state === "withdrawn") return refuse("wrongState", { state: nomination.state });
    const { candidacy, call } = nomination;
    if (candidacy) {
      const next = take(candidacyTransitions.withdraw, candidacy.state, undefined);
      if (!next.ok) return next;
      const moved = await tx.candidacy.updateMany({
        where: { id: candidacy.id, state: candidacy.state },
        data: { state: next.value, version: { increment: 1 } },
      });
      if (moved.count !== 1) return refuse("changedMeanwhile");
      await tx.invitation.updateMany({
        where: { candidacyId: candidacy.id, usedAt: null },
        data: { usedAt: now() },
      });
    }
    await tx.nomination.update({
      where: { id: nominationId },
      data: { state: "withdrawn", withdrawnAt: now(), withdrawnReason: reason },
    });
    await appendEvent(tx, actor, {
      kind: "nomination.withdrawn",
      subject: { type: "nomination", id: nominationId },
      facts: { candidacyId: candidacy?.id ?? null, callId: call.id, stateCode: nomination.stateCode },
      committed: { reason },
    });
    await tellNominee(tx, nominationId, nomination);
    return ok({ callId: call.id });
  }, "Serializable");
}

const loadNomination = (tx: Transaction, id: string) =>
  tx.nomination.findUnique({
    where: { id },
    select: {
      stateCode: true,
      state: true,
      candidacy: { select: { id: true, state: true } },
      call: { select: { ...NAMED_CALL, id: true } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadNomination>>>;

/** The nominee learns that the nomination has ended; the state's reason stays with the state and the secretariat. */
async function tellNominee(tx: Transaction, id: string, { person, call }: Loaded) {
  const locale = person.user?.locale ?? "en";
  const name = `${person.givenName} ${person.familyName}`;
  await queueMail(tx, {
    kind: "nominationWithdrawn",
    to: person.email,
    locale,
    params: { name, candidate: name, call: nameOfCall(locale, call), link: paths.myCases() },
    dedupeKey: `nominationWithdrawn:${id}`,
  });
}
