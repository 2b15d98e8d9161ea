import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { DevelopmentItem, DevelopmentProgress, PlanOrder } from "./development.ts";

/** Does with a member's plan what its page asks for. */
export function keepPlan(actor: Actor, membershipId: string, order: PlanOrder): Promise<Result<unknown>> {
  return order.intent === "add"
    ? addDevelopment(actor, { membershipId, item: order })
    : changeDevelopment(actor, order);
}

/** The member or the secretariat adds something to the member's plan of development. */
export async function addDevelopment(
  actor: Actor,
  { membershipId, item }: { readonly membershipId: string; readonly item: DevelopmentItem },
): Promise<Result<{ itemId: string }>> {
  return inTransaction(async (tx) => {
    const membership = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: { personId: true, state: true },
    });
    if (!membership || !can(actor, "development.keep", membership)) return refuse("notFound");
    if (membership.state === "withdrawn") return refuse("wrongState", { state: membership.state });
    const { kind, aim, dueOn } = item;
    if (dueOn < today()) return refuse("planInPast", {}, "dueOn");
    // A form sent again, by a second click or an answer that came late, adds nothing.
    await tx.$queryRaw`SELECT FROM "CadreMembership" WHERE "id" = ${membershipId}::uuid FOR NO KEY UPDATE`;
    const again = { membershipId, kind, aim, dueOn: new Date(dueOn), state: "planned" } as const;
    if ((await tx.developmentItem.count({ where: again })) > 0) return refuse("planItemThere", {}, "aim");
    const { id: itemId } = await tx.developmentItem.create({
      data: {
        ...{ membershipId, kind, aim, dueOn: new Date(dueOn) },
        ...{ createdAt: now(), createdById: actor.userId ?? "" },
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "development.added",
      subject: { type: "membership", id: membershipId },
      facts: { itemId, kind, dueOn },
      committed: { aim },
    });
    return ok({ itemId });
  });
}

/** The member or the secretariat says how one thing of the plan stands. */
export async function changeDevelopment(
  actor: Actor,
  order: DevelopmentProgress,
): Promise<Result<undefined>> {
  const { itemId, version, state, dueOn, evidence } = order;
  return inTransaction(async (tx) => {
    const item = await tx.developmentItem.findUnique({
      where: { id: itemId },
      select: { membershipId: true, state: true, membership: { select: { personId: true, state: true } } },
    });
    if (!item || !can(actor, "development.keep", item.membership)) return refuse("notFound");
    if (item.membership.state === "withdrawn") return refuse("wrongState", { state: item.membership.state });
    const { count } = await tx.developmentItem.updateMany({
      where: { id: itemId, version },
      data: { state, evidence, dueOn: new Date(dueOn), version: { increment: 1 } },
    });
    if (count === 0) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "development.changed",
      subject: { type: "membership", id: item.membershipId },
      facts: { itemId, from: item.state, to: state, dueOn },
      committed: { evidence },
    });
    return ok();
  });
}
