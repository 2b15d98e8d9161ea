import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Retirement } from "./library-criterion.ts";

interface Order {
  readonly code: string;
  readonly retirement: Retirement;
}

/** Retires a criterion: no rubric takes it up any more; those that have it keep it. */
export async function retireCriterion(actor: Actor, { code, retirement }: Order): Promise<Result<undefined>> {
  if (!can(actor, "criterion.keep")) return refuse("notPermitted");
  const { version, reason } = retirement;
  return inTransaction(async (tx) => {
    const latest = await tx.libraryCriterion.findFirst({
      where: { code, supersededAt: null },
      select: { id: true, version: true, retiredAt: true },
    });
    if (!latest) return refuse("notFound");
    if (latest.retiredAt) return refuse("criterionRetired");
    if (latest.version !== version) return refuse("criterionChangedMeanwhile");
    await tx.libraryCriterion.update({
      where: { id: latest.id },
      data: { retiredAt: now(), retiredReason: reason },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "criterion.retired",
      subject: { type: "criterion", id: latest.id },
      facts: { code, version },
      committed: { reason },
    });
    return ok();
  }, "Serializable");
}
