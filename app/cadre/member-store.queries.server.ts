import { z } from "zod";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { keptRead, originSql } from "#app/platform/keep-read.server.ts";
import {
  emptyMemberStore,
  keepMember,
  type MemberStore,
  type MembersToday,
  markPeople,
} from "./member-store.ts";

/** So many members are read at a time by a process that starts, so that others are served meanwhile. */
const BATCH = 5_000;

interface Kept {
  store: MemberStore;
  /** Changes by this transaction and later ones have not all been read; null before the first reading. */
  since: string | null;
  /** See `originSql`. */
  origin: string;
}

/** Everybody of the cadre as they are now. */
export const readMembers = keptRead<MembersToday>(() => {
  const kept: Kept = { store: emptyMemberStore(), since: null, origin: "" };
  return () => bringUpToDate(kept);
});

async function bringUpToDate(kept: Kept): Promise<MembersToday> {
  if (kept.since === null) await readAll(kept);
  const day = today();
  const [moment] = momentSchema.parse(await readChanged(kept.since ?? "0", day));
  if (moment.origin !== kept.origin) {
    kept.since = null;
    return bringUpToDate(kept);
  }
  for (const { id, facts } of moment.changed) keepMember(kept.store, id, facts);
  kept.since = moment.next;
  return { store: kept.store, day, inPost: markPeople(kept.store, moment.inPost) };
}

const transaction = z.string().regex(/^\d+$/);
const member = z.object({ id: z.string(), facts: z.string().nullable() });
const momentSchema = z.tuple([
  z.object({
    ...{ next: transaction, origin: z.string() },
    ...{ changed: z.array(member), inPost: z.array(z.string()) },
  }),
]);

/** Everybody, some thousand at a time; what changes meanwhile is read afterwards as a change. */
async function readAll(kept: Kept) {
  const [{ next, origin }] = z.tuple([z.object({ next: transaction, origin: z.string() })]).parse(
    await database().$queryRaw`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, ${originSql("MemberFact")} AS origin`,
  );
  const store = emptyMemberStore();
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const members = z.array(member).parse(
      await database().$queryRaw`
      SELECT f."membershipId" AS id, f."facts" FROM "MemberFact" f
      WHERE f."membershipId" > ${after}::uuid ORDER BY f."membershipId" LIMIT ${BATCH}`,
    );
    for (const { id, facts } of members) keepMember(store, id, facts);
    after = members.at(-1)?.id ?? after;
    if (members.length < BATCH) break;
  }
  Object.assign(kept, { store, since: next, origin });
}

/**
 * Who has changed by a transaction or later ones, and who is in post on a day. All of one moment: `next` is the first
 * transaction that was still under way then. A row from before this server's time (a copy from another) may name a
 * transaction that is yet to come: it is not read again for that.
 */
const readChanged = (since: string, day: string) => database().$queryRaw`
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, ${originSql("MemberFact")} AS origin,
    (SELECT coalesce(json_agg(json_build_object('id', f."membershipId", 'facts', f."facts")), '[]') FROM "MemberFact" f
      WHERE f."changedIn" >= ${since}::bigint
        AND f."changedIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint) AS changed,
    (SELECT coalesce(json_agg(DISTINCT a."personId"), '[]') FROM "Appointment" a
      WHERE a."startsOn" <= ${day}::date AND a."endsOn" >= ${day}::date) AS "inPost"`;
