import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { StatedNeeds } from "./needs.ts";

interface Order {
  readonly missionId: string;
  /** The version the form was filled in upon; another's newer one is not overwritten in silence. */
  readonly basedOn: number;
  readonly needs: StatedNeeds;
}

/** States what a mission needs of its next leader: a new version, the earlier ones kept. */
export async function setNeeds(
  actor: Actor,
  order: Order,
): Promise<Result<{ needsId: string; version: number }>> {
  if (!can(actor, "needs.set") || actor.userId === null) return refuse("notPermitted");
  const setById = actor.userId;
  const { missionId, basedOn, needs } = order;
  try {
    return await inTransaction(async (tx) => {
      const mission = await tx.mission.findUnique({
        where: { id: missionId },
        select: { needs: { orderBy: { version: "desc" }, take: 1, select: { version: true } } },
      });
      if (!mission) return refuse("notFound");
      const latest = mission.needs[0]?.version ?? 0;
      if (latest !== basedOn) return refuse("needsChangedMeanwhile", { version: latest });
      const version = latest + 1;
      const { id } = await tx.missionNeeds.create({
        data: {
          missionId,
          version,
          phase: needs.phase,
          hostContext: needs.hostContext,
          security: needs.security,
          mandateTasks: needs.mandateTasks,
          languages: needs.languages,
          setById,
          createdAt: now(),
          items: { createMany: { data: needs.needs } },
        },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "needs.set",
        subject: { type: "mission", id: missionId },
        facts: { needsId: id, version, phase: needs.phase },
        committed: { hostContext: needs.hostContext, security: needs.security, needs: needs.needs },
      });
      return ok({ needsId: id, version });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("needsChangedMeanwhile", { version: basedOn + 1 });
    throw error;
  }
}
