import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyTransitions } from "./lifecycle.ts";

interface Order {
  readonly nominationId: string;
}

/** A state takes its nomination back, as long as nothing has been decided on the candidacy; it ends with that. */
export function withdrawNomination(actor: Actor, { nominationId }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const nomination = await tx.nomination.findUnique({
      where: { id: nominationId },
      select: { stateCode: true, state: true, candidacy: { select: { id: true, state: true } } },
    });
    if (!nomination?.candidacy || !can(actor, "nomination.withdraw", nomination)) return refuse("notFound");
    const { candidacy } = nomination;
    const next = take(candidacyTransitions.withdraw, candidacy.state, undefined);
    if (!next.ok) return next;
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacy.id, state: candidacy.state },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.nomination.update({ where: { id: nominationId }, data: { state: "withdrawn" } });
    await appendEvent(tx, actor, {
      kind: "nomination.withdrawn",
      subject: { type: "nomination", id: nominationId },
      facts: { candidacyId: candidacy.id, stateCode: nomination.stateCode },
    });
    return ok();
  }, "Serializable");
}
