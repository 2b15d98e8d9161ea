import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { foundSql } from "./member-search.queries.server.ts";
import { type KeepSearch, type MemberSearch, MOST_SAVED, searchParams } from "./member-search.ts";

/**
 * Keeps a search under a name: from now on its officer is told of whom it finds newly. Those whom it finds today are
 * known to them, and are not told of. A form sent again keeps nothing more.
 */
export async function saveSearch(
  actor: Actor,
  { name, search }: { readonly name: string; readonly search: MemberSearch },
): Promise<Result<{ id: string }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "savedSearch.keep")) return refuse("notPermitted");
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "User" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
    const filter = searchParams(search);
    const again = await tx.savedSearch.findFirst({
      where: { userId, name, filter: { equals: filter } },
      select: { id: true },
    });
    if (again) return ok(again);
    if ((await tx.savedSearch.count({ where: { userId } })) >= MOST_SAVED)
      return refuse("tooManySearches", { most: MOST_SAVED });
    const moment = now();
    const { id } = await tx.savedSearch.create({
      data: { userId, name, filter, createdAt: moment, seenAt: moment },
      select: { id: true },
    });
    await tx.$executeRaw`
      INSERT INTO "SavedSearchHit" ("savedSearchId", "membershipId", "foundAt")
      SELECT ${id}::uuid, f."membershipId", ${moment}::timestamptz FROM (${foundSql(actor, search)}) f`;
    await record(tx, actor, "savedSearch.kept", id, { name, search: JSON.stringify(filter) });
    return ok({ id });
  });
}

/** Gives an own search another name, lays it down, or says that those it found have been seen. */
export async function keepSearch(actor: Actor, order: KeepSearch): Promise<Result<null>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "savedSearch.keep")) return refuse("notPermitted");
  const where = { id: order.id, userId };
  return inTransaction(async (tx) => {
    if (order.intent === "seen") {
      if ((await tx.savedSearch.count({ where })) === 0) return refuse("notFound");
      const seenAt = new Date(Math.min(Date.parse(order.until), now().getTime()));
      await tx.savedSearch.updateMany({ where: { ...where, seenAt: { lt: seenAt } }, data: { seenAt } });
      await record(tx, actor, "savedSearch.seen", order.id, {});
      return ok(null);
    }
    const { count } =
      order.intent === "rename"
        ? await tx.savedSearch.updateMany({ where, data: { name: order.name } })
        : await tx.savedSearch.deleteMany({ where });
    if (count === 0) return refuse("notFound");
    if (order.intent === "rename")
      await record(tx, actor, "savedSearch.renamed", order.id, { name: order.name });
    else await record(tx, actor, "savedSearch.removed", order.id, {});
    return ok(null);
  });
}

type Kind = "savedSearch.kept" | "savedSearch.renamed" | "savedSearch.removed" | "savedSearch.seen";

const record = (tx: Transaction, actor: Actor, kind: Kind, id: string, committed: Record<string, string>) =>
  appendEvent(tx, actor, { kind, subject: { type: "savedSearch", id }, facts: {}, committed });
