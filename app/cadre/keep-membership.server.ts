import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { type MembershipChange, membershipTransitions } from "./lifecycle.ts";
import { holdsOn } from "./valid-readiness.queries.server.ts";

/** The member says in one click that everything the file says is still so. A proposal is agreed to with its profile. */
export const confirmMembership = (
  actor: Actor,
  { membershipId }: { readonly membershipId: string },
): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    const found = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: { state: true },
    });
    if (found?.state === "proposed") return refuse("profileFirst");
    return changeWithin(tx, actor, { membershipId, arrow: "confirm", data: { confirmedAt: now() } });
  });

/** The member pauses, withdraws, or comes back; each at any time and without giving a reason. */
export const changeMembership = (
  actor: Actor,
  order: { readonly membershipId: string; readonly change: MembershipChange },
): Promise<Result<undefined>> =>
  inTransaction((tx) => {
    const { membershipId, change } = order;
    return changeWithin(tx, actor, { membershipId, arrow: change, data: {} });
  });

type MemberArrow = "confirm" | "keepPaused" | MembershipChange;
type Kept = Parameters<Transaction["cadreMembership"]["updateMany"]>[0]["data"];

interface Change {
  readonly membershipId: string;
  readonly arrow: MemberArrow;
  /** What is written at the same time. */
  readonly data: Kept;
  /** Of the membership that was read, where what is written rests on it. */
  readonly version?: number;
}

/** Takes one arrow of a membership that is the actor's own. */
export async function changeWithin(
  tx: Transaction,
  actor: Actor,
  { membershipId, arrow, data, version }: Change,
): Promise<Result<undefined>> {
  const membership = await tx.cadreMembership.findUnique({
    where: { id: membershipId },
    select: {
      ...{ personId: true, state: true, version: true },
      readiness: { where: holdsOn(), take: 1, select: { id: true } },
    },
  });
  if (!membership || !can(actor, "membership.update", membership)) return refuse("notFound");
  if (version !== undefined && version !== membership.version) return refuse("changedMeanwhile");
  const holds = membership.readiness.length > 0;
  const next = take(membershipTransitions[arrow], membership.state, { holds });
  if (!next.ok) return next;
  const { count } = await tx.cadreMembership.updateMany({
    where: { id: membershipId, version: membership.version },
    data: { ...data, state: next.value, lapsedAt: null, version: { increment: 1 } },
  });
  if (count !== 1) return refuse("changedMeanwhile");
  await appendEvent(tx, actor, {
    kind: arrow === "confirm" || arrow === "keepPaused" ? "membership.confirmed" : "membership.changed",
    subject: { type: "membership", id: membershipId },
    facts: { from: membership.state, to: next.value },
  });
  return ok();
}
