import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { hashLink } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { feedToken } from "./calendar-feed.queries.server.ts";

/** One of a pair gets an address at which their calendar program fetches their sessions; one given before serves no more. */
export function renewFeed(actor: Actor): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const { personId } = actor;
    if (personId === null || !can(actor, "calendar.keepOwn")) return refuse("notFound");
    const renewedAt = now();
    const tokenHash = hashLink(feedToken(personId, renewedAt));
    await tx.calendarFeed.upsert({
      where: { personId },
      create: { personId, tokenHash, renewedAt },
      update: { tokenHash, renewedAt },
    });
    await appendEvent(tx, actor, {
      kind: "calendarFeed.renewed",
      subject: { type: "person", id: personId },
    });
    return ok();
  });
}

/** The address serves no more, and there is no other. */
export function revokeFeed(actor: Actor): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const { personId } = actor;
    if (personId === null || !can(actor, "calendar.keepOwn")) return refuse("notFound");
    const { count } = await tx.calendarFeed.deleteMany({ where: { personId } });
    if (count === 0) return ok();
    await appendEvent(tx, actor, {
      kind: "calendarFeed.revoked",
      subject: { type: "person", id: personId },
    });
    return ok();
  });
}

/** One of a pair chooses how long before each session they are reminded; never, where they choose nothing. */
export function chooseReminders(actor: Actor, hours: readonly number[]): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const { personId } = actor;
    if (personId === null || !can(actor, "calendar.keepOwn")) return refuse("notFound");
    const chosen = { hours: [...new Set(hours)] };
    await tx.reminderChoice.upsert({
      where: { personId },
      create: { personId, ...chosen },
      update: chosen,
    });
    await appendEvent(tx, actor, {
      kind: "reminders.chosen",
      subject: { type: "person", id: personId },
    });
    return ok();
  });
}
