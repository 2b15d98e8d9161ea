import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { MOST_SAVED, searchFrom } from "./member-search.ts";

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly filter: unknown;
  readonly createdAt: Date;
  readonly fresh: number;
}

/** The searches that an officer keeps, the latest first, each with how many members are new to them. */
export async function listSavedSearches(actor: Actor) {
  if (actor.userId === null || !can(actor, "savedSearch.keep")) return [];
  const kept = await database().$queryRaw<readonly Kept[]>`
    SELECT s."id", s."name", s."filter", s."createdAt", (SELECT count(*)::int FROM "SavedSearchHit" h
      WHERE h."savedSearchId" = s."id" AND h."foundAt" > s."seenAt") AS "fresh"
    FROM "SavedSearch" s WHERE s."userId" = ${actor.userId}
    ORDER BY s."createdAt" DESC, s."id" LIMIT ${MOST_SAVED}::int`;
  return kept.map(({ filter, createdAt, ...search }) => ({
    ...search,
    createdAt: createdAt.toISOString(),
    search: searchFrom(filter),
  }));
}

export type SavedSearchRow = Awaited<ReturnType<typeof listSavedSearches>>[number];

/** The kept searches of an officer that have found somebody new, until they say that they have seen it. */
export async function savedSearchTasks(actor: Actor): Promise<readonly Task[]> {
  const kept = await listSavedSearches(actor);
  return kept
    .filter(({ fresh }) => fresh > 0)
    .map(({ id, name, fresh }) => ({
      id: `found:${id}`,
      title: "cadre.task.found",
      params: { count: fresh, name },
      to: paths.savedSearches(),
      dueAt: null,
    }));
}
