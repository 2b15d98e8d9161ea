import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyTransitions } from "./lifecycle.ts";

interface Order {
  readonly candidacyId: string;
}

/** The candidate withdraws, or declines to be considered at all; nobody needs to be given a reason. */
export function withdrawCandidacy(actor: Actor, { candidacyId }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const candidacy = await tx.candidacy.findUnique({
      where: { id: candidacyId },
      select: { state: true, version: true, personId: true, vacancyId: true },
    });
    if (!candidacy || !can(actor, "candidacy.withdraw", candidacy)) return refuse("notFound");
    const next = take(candidacyTransitions.withdraw, candidacy.state, undefined);
    if (!next.ok) return next;
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await tx.invitation.updateMany({ where: { candidacyId, usedAt: null }, data: { usedAt: now() } });
    await appendEvent(tx, actor, {
      kind: "candidacy.withdrawn",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId: candidacy.vacancyId, by: "candidate" },
    });
    return ok();
  }, "Serializable");
}
