import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { foundSql, refreshExpired } from "./member-search.queries.server.ts";
import { searchFrom } from "./member-search.ts";

/** So many rows of the search are made anew in one transaction. */
const BATCH = 500;

/**
 * Asks every kept search anew and tells its officer, in one message of how many, of members whom it did not find before.
 * It may run at any time and as often as one likes: of the same member nobody is told twice.
 */
export async function tellOfFound(): Promise<void> {
  while ((await inTransaction((tx) => refreshExpired(tx, BATCH), "ReadCommitted", "job")) === BATCH);
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const asked = await inTransaction((tx) => askNext(tx, after), "ReadCommitted", "job");
    if (asked === null) return;
    after = asked;
  }
}

/** Asks the next kept search of somebody who may still search; gives its id, or null where there is none. */
async function askNext(tx: Transaction, after: string): Promise<string | null> {
  const search = await tx.savedSearch.findFirst({
    where: { id: { gt: after }, user: { roles: { some: { role: "secretariat", revokedAt: null } } } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, userId: true, name: true, filter: true },
      user: { select: { name: true, email: true, locale: true } },
    },
  });
  if (!search) return null;
  const { id, userId, user } = search;
  const asked = searchFrom(search.filter);
  if (!asked) return id;
  const moment = now();
  const found = await tx.$queryRaw<readonly { membershipId: string }[]>`
    INSERT INTO "SavedSearchHit" ("savedSearchId", "membershipId", "foundAt")
    SELECT ${id}::uuid, f."membershipId", ${moment}::timestamptz
    FROM (${foundSql({ userId }, asked)}) f
    WHERE NOT EXISTS (SELECT FROM "SavedSearchHit" h
      WHERE h."savedSearchId" = ${id}::uuid AND h."membershipId" = f."membershipId")
    ORDER BY 2 ON CONFLICT DO NOTHING RETURNING "membershipId"`;
  const [first] = found.map(({ membershipId }) => membershipId).toSorted();
  if (first) {
    await queueMail(tx, {
      kind: "searchFound",
      ...{ to: user.email, locale: user.locale },
      params: { name: user.name, search: search.name, count: found.length, link: paths.savedSearches() },
      dedupeKey: `searchFound:${id}:${first}`,
    });
  }
  return id;
}
