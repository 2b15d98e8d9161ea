import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { sealUnder } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { pairKey } from "./open-keys.server.ts";
import { actionBoundTo, type NewAction } from "./session-note.ts";
import { ACTION_REMINDER_DAYS } from "./session-reminders.ts";
import { factsOf, loadPair } from "./session-state.queries.server.ts";

interface Order {
  readonly engagementId: string;
  readonly action: NewAction;
}

/** One of a pair writes down what one of them, or both, will do; whoever does it is reminded before its day. */
export function addAction(actor: Actor, { engagementId, action }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "note.write", factsOf(pair))) return refuse("notFound");
    if (pair.state !== "active") return refuse("engagementEnded");
    const { text, owner, dueOn } = action;
    if (dueOn !== undefined && dueOn < dayOf(now())) return refuse("actionInPast", {}, "dueOn");
    const id = randomUUID();
    const ownerId = owner === "both" ? null : pair[owner].id;
    const key = await pairKey(tx, pair.id);
    await tx.sharedAction.create({
      data: {
        ...{ id, engagementId: pair.id, ownerId, createdAt: now() },
        sealed: sealUnder(key, text, actionBoundTo(id)),
        dueOn: dueOn ? new Date(dueOn) : null,
      },
    });
    await appendEvent(tx, actor, {
      kind: "action.added",
      subject: { type: "engagement", id: pair.id },
      facts: { actionId: id, dueOn: dueOn ?? null },
    });
    const when = dueOn && new Date(`${daysAfter(dueOn, -ACTION_REMINDER_DAYS)}T06:00:00Z`);
    if (when && when > now()) await enqueue(tx, "remindAction", { actionId: id }, `remindAction:${id}`, when);
    return ok();
  });
}

/** One of a pair says that an action is done, or is not after all. */
export function markAction(
  actor: Actor,
  { engagementId, actionId, done }: { engagementId: string; actionId: string; done: boolean },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "note.write", factsOf(pair))) return refuse("notFound");
    const action = await tx.sharedAction.findFirst({ where: { id: actionId, engagementId: pair.id } });
    if (!action) return refuse("notFound");
    const { count } = await tx.sharedAction.updateMany({
      where: { id: action.id, doneAt: done ? null : { not: null } },
      data: { doneAt: done ? now() : null },
    });
    // Said twice, by both or by two clicks, it is said.
    if (count === 0) return ok();
    await appendEvent(tx, actor, {
      kind: done ? "action.done" : "action.reopened",
      subject: { type: "engagement", id: pair.id },
      facts: { actionId: action.id },
    });
    return ok();
  });
}
