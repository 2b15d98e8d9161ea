import type { Actor } from "#app/access/actor.ts";
import { take } from "#app/access/transition.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { membershipTransitions } from "./lifecycle.ts";

/** Ends the membership of somebody who no longer agrees to be in the cadre; of nobody else is anything changed. */
export async function leaveCadre(tx: Transaction, actor: Actor, personId: string): Promise<void> {
  const membership = await tx.cadreMembership.findUnique({
    where: { personId },
    select: { id: true, state: true },
  });
  if (!membership) return;
  const next = take(membershipTransitions.withdraw, membership.state, { holds: false });
  if (!next.ok) return;
  await tx.cadreMembership.update({
    where: { id: membership.id },
    data: { state: next.value, version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "membership.changed",
    subject: { type: "membership", id: membership.id },
    facts: { from: membership.state, to: next.value },
  });
}
