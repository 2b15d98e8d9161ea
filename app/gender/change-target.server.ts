import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { TargetChange } from "./target.ts";

interface Order {
  readonly targetId: string;
  readonly change: TargetChange;
}

/** Gives a target another value or source, takes it out of force or puts it back: a new version, the older ones kept. */
export async function changeTarget(
  actor: Actor,
  { targetId, change: { version, value, source, withdrawn, reason } }: Order,
): Promise<Result<{ version: number }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "target.set")) return refuse("notPermitted");
  try {
    return await inTransaction(async (tx) => {
      const target = await tx.target.findUnique({
        where: { id: targetId },
        select: { measure: true, versions: { orderBy: { version: "desc" }, take: 1 } },
      });
      const [standing] = target?.versions ?? [];
      if (!target || !standing) return refuse("notFound");
      if (standing.version !== version) return refuse("changedMeanwhile");
      if (target.measure === "shareOfWomen" && value > 100)
        return refuse("targetAboveAll", { most: 100 }, "value");
      const same = standing.value === value && standing.source === source && standing.withdrawn === withdrawn;
      if (same) return refuse("nothingChanged");
      const next = version + 1;
      await tx.targetVersion.create({
        data: {
          ...{ targetId, version: next, value, source, withdrawn, reason },
          ...{ setById: userId, setAt: now() },
        },
      });
      await appendEvent(tx, actor, {
        kind: "target.changed",
        subject: { type: "target", id: targetId },
        facts: { version: next, value, source, withdrawn },
        committed: { reason },
      });
      return ok({ version: next });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}
