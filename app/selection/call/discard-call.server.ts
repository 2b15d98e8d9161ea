import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findEvent } from "#app/record/find-event.server.ts";

interface Order {
  readonly callId: string;
  /** The version that was in sight: a colleague's newer text is not thrown away unseen. */
  readonly version: number;
}

/**
 * Throws a call away that was never published; its vacancies stay drafted, free for another call. Asked twice by the
 * same account, it is done once and answered alike.
 */
export async function discardCall(actor: Actor, { callId, version }: Order): Promise<Result<undefined>> {
  if (!can(actor, "call.manage")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    const call = await tx.call.findUnique({
      where: { id: callId },
      select: {
        ...{ state: true, version: true, reference: true, kind: true },
        vacancies: { orderBy: { reference: "asc" }, select: { id: true } },
      },
    });
    if (!call) {
      const subject = { type: "call", id: callId };
      const actorId = actor.userId ?? "";
      const done = await findEvent(tx, { kind: "call.discarded", actorId, subject });
      return done ? ok() : refuse("notFound");
    }
    if (call.state !== "draft") return refuse("callPublishedAlready");
    if (call.version !== version) return refuse("changedMeanwhile");
    const vacancyIds = call.vacancies.map(({ id }) => id);
    await tx.vacancy.updateMany({ where: { callId }, data: { callId: null, decisionDueOn: null } });
    await tx.call.delete({ where: { id: callId, version, state: "draft" }, select: { id: true } });
    await appendEvent(tx, actor, {
      kind: "call.discarded",
      subject: { type: "call", id: callId },
      facts: { reference: call.reference, callKind: call.kind, vacancyIds },
    });
    return ok();
  }, "Serializable");
}
