import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type MembershipChange, type MembershipState, membershipTransitions } from "./lifecycle.ts";

interface Confirmation {
  readonly membershipId: string;
  /** "YYYY-MM-DD" */
  readonly availableFrom: string;
}

/** The member agrees to be in the cadre, or confirms that the file is current, and says from when they are free. */
export async function confirmMembership(actor: Actor, order: Confirmation): Promise<Result<undefined>> {
  return change(actor, order.membershipId, "confirm", {
    confirmedAt: now(),
    availableFrom: new Date(order.availableFrom),
  });
}

/** The member pauses, withdraws, or comes back; each at any time and without giving a reason. */
export async function changeMembership(
  actor: Actor,
  order: { readonly membershipId: string; readonly change: MembershipChange },
): Promise<Result<undefined>> {
  return change(actor, order.membershipId, order.change, {});
}

async function change(
  actor: Actor,
  membershipId: string,
  arrow: keyof typeof membershipTransitions,
  data: { confirmedAt?: Date; availableFrom?: Date },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const membership = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: { personId: true, state: true, version: true },
    });
    if (!membership || !can(actor, "membership.update", membership)) return refuse("notFound");
    const next = take(membershipTransitions[arrow], membership.state, undefined);
    if (!next.ok) return next;
    const written = await write(tx, membershipId, membership.version, next.value, data);
    if (!written) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: arrow === "confirm" ? "membership.confirmed" : "membership.changed",
      subject: { type: "membership", id: membershipId },
      facts: { from: membership.state, to: next.value },
    });
    return ok();
  });
}

async function write(
  tx: Transaction,
  id: string,
  version: number,
  state: MembershipState,
  data: { confirmedAt?: Date; availableFrom?: Date },
): Promise<boolean> {
  const { count } = await tx.cadreMembership.updateMany({
    where: { id, version },
    data: { ...data, state, version: { increment: 1 } },
  });
  return count === 1;
}
