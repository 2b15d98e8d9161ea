import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { NewTarget } from "./target.ts";

/** Sets a target that was not there: one of a subject, measure and counting at a date. */
export async function setTarget(
  actor: Actor,
  { value, source, reason, due, baselineYear, ...identity }: NewTarget,
): Promise<Result<{ targetId: string }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "target.set")) return refuse("notPermitted");
  const baseline = identity.measure === "womenTimesBaseline" ? (baselineYear ?? null) : null;
  try {
    return await inTransaction(async (tx) => {
      const { id } = await tx.target.create({
        data: {
          ...{ ...identity, baselineYear: baseline, due: new Date(due) },
          versions: { create: { version: 1, value, source, reason, setById: userId, setAt: now() } },
        },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "target.set",
        subject: { type: "target", id },
        facts: { ...identity, value, source, due, baselineYear: baseline },
        committed: { reason },
      });
      return ok({ targetId: id });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("targetThere", {}, "due");
    throw error;
  }
}
