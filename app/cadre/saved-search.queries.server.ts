import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { MOST_SAVED, searchFrom } from "./member-search.ts";

/** So many of whom a search has newly found are named; the others are counted. */
const MOST_NAMED = 10;

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly filter: unknown;
  readonly createdAt: Date;
  readonly fresh: number;
  /** When the last of them was found. */
  readonly foundAt: Date | null;
  /** The latest of them. */
  readonly found: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The searches that an officer keeps, the latest first, each with how many members are new to them, and who. Whoever has
 * left the cadre since they were found stands in none.
 */
export async function listSavedSearches(actor: Actor) {
  if (actor.userId === null || !can(actor, "savedSearch.keep")) return [];
  const kept = await database().$queryRaw<readonly Kept[]>`
    SELECT s."id", s."name", s."filter", s."createdAt", n."fresh", n."foundAt", n."found"
    FROM "SavedSearch" s CROSS JOIN LATERAL (
      SELECT count(*)::int AS "fresh", max(f."foundAt") AS "foundAt",
        coalesce(json_agg(json_build_object('id', f."id", 'name', f."name") ORDER BY f."nth")
          FILTER (WHERE f."nth" <= ${MOST_NAMED}::int), '[]') AS "found"
      FROM (SELECT m."id", p."givenName" || ' ' || p."familyName" AS "name", h."foundAt",
          row_number() OVER (ORDER BY h."foundAt" DESC, m."id") AS "nth"
        FROM "SavedSearchHit" h JOIN "CadreMembership" m ON m."id" = h."membershipId"
        JOIN "Person" p ON p."id" = m."personId"
        WHERE h."savedSearchId" = s."id" AND h."foundAt" > s."seenAt" AND m."state" <> 'withdrawn') f
    ) n
    WHERE s."userId" = ${actor.userId}
    ORDER BY s."createdAt" DESC, s."id" LIMIT ${MOST_SAVED}::int`;
  return kept.map(({ filter, createdAt, foundAt, ...search }) => ({
    ...search,
    foundAt: foundAt?.toISOString() ?? null,
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
