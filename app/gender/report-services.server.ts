import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { NewServiceReport } from "./service-report.ts";

interface Order {
  readonly stateCode: string;
  readonly report: NewServiceReport;
}

/** Takes what a state reports of its own services: a new version, the older ones kept. */
export async function reportServices(
  actor: Actor,
  { stateCode, report: { version, asOf, ranks, rolesOpen, rolesAll, rolesNote } }: Order,
): Promise<Result<{ version: number }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "services.report", { stateCode })) return refuse("notPermitted");
  if (ranks.length === 0 && rolesAll === null) return refuse("servicesEmpty");
  try {
    return await inTransaction(async (tx) => {
      const last = await tx.serviceReport.findFirst({
        where: { stateCode },
        orderBy: { version: "desc" },
        select: { version: true },
      });
      if ((last?.version ?? 0) !== version) return refuse("changedMeanwhile");
      const next = version + 1;
      const { id } = await tx.serviceReport.create({
        data: {
          ...{ stateCode, version: next, asOf: new Date(asOf), rolesOpen, rolesAll, rolesNote },
          ...{ reportedById: userId, reportedAt: now() },
          ranks: { create: ranks.map((rank) => ({ ...rank })) },
        },
        select: { id: true },
      });
      await appendEvent(tx, actor, {
        kind: "services.reported",
        subject: { type: "serviceReport", id },
        facts: {
          ...{ stateCode, version: next, asOf, rolesOpen, rolesAll },
          ranks: ranks.map((one) => `${one.component} ${one.grade} ${one.women}/${one.men}`),
        },
        committed: { rolesNote },
      });
      return ok({ version: next });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}
