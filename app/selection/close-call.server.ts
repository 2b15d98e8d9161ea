import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { vacancyTransitions } from "./lifecycle.ts";

interface Order {
  readonly vacancyId: string;
  /** Why before the stated hour; empty from then on. */
  readonly reason: string;
}

/** Ends a call: no nomination is taken any more, and screening begins. */
export async function closeCall(actor: Actor, { vacancyId, reason }: Order): Promise<Result<undefined>> {
  if (!can(actor, "vacancy.publish")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const vacancy = await tx.vacancy.findUnique({
      where: { id: vacancyId },
      select: {
        state: true,
        closesAt: true,
        _count: {
          select: { nominations: { where: { state: "submitted", candidacy: { state: { not: "merged" } } } } },
        },
      },
    });
    if (!vacancy) return refuse("notFound");
    const { state, closesAt } = vacancy;
    if (closesAt === null) return refuse("wrongState", { state });
    const nominations = vacancy._count.nominations;
    const next = take(vacancyTransitions.closeCall, state, { closesAt, now: now(), reason, nominations });
    if (!next.ok) return next;
    const moved = await tx.vacancy.updateMany({
      where: { id: vacancyId, state },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "call.closed",
      subject: { type: "vacancy", id: vacancyId },
      facts: { nominations, early: now() < closesAt },
      committed: reason === "" ? {} : { reason },
    });
    return ok();
  }, "Serializable");
}
