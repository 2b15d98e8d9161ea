import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { ContactKind } from "./concern.ts";
import { SECRETARIAT_ACCOUNT } from "./concern-handler.queries.server.ts";

interface Order {
  readonly kind: ContactKind;
  readonly userId: string;
}

/**
 * The secretariat names the officer to whom concerns of one kind go from now on. Those raised before stay with the
 * officer to whom they were written: naming oneself opens nobody's concern, and the record says whom one followed and
 * that it was oneself.
 */
export function nameContact(actor: Actor, { kind, userId }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "concern.nameContact")) return refuse("notFound");
    const officer = await tx.user.findFirst({
      where: { id: userId, ...SECRETARIAT_ACCOUNT },
      select: { id: true },
    });
    if (!officer) return refuse("officerUnknown", {}, "userId");
    const before = await tx.concernContact.findUnique({ where: { kind }, select: { userId: true } });
    await tx.concernContact.upsert({
      where: { kind },
      create: { kind, userId, designatedAt: now() },
      update: { userId, designatedAt: now() },
    });
    await appendEvent(tx, actor, {
      kind: userId === actor.userId ? "concernContact.namedSelf" : "concernContact.named",
      subject: { type: "concernContact", id: kind },
      facts: { userId, before: before?.userId ?? null },
    });
    return ok();
  }, "Serializable");
}
