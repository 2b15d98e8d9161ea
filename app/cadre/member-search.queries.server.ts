import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { daysAfter, startOfDay } from "#app/platform/utc-day.ts";
import { MEMBER_STATES, MEMBERSHIP_STATES } from "./lifecycle.ts";
import { searchMembers } from "./member-count.ts";
import { CLEARANCE_SOON_DAYS, CONTACT_DAYS, type MemberSearch } from "./member-search.ts";
import { readMembers } from "./member-store.queries.server.ts";
import { markNumbers, markPeople } from "./member-store.ts";
import { RENEWAL_DAYS } from "./readiness.ts";
import { holdsSql } from "./valid-readiness.queries.server.ts";

type Someone = Pick<Actor, "userId">;
export interface PageOf {
  readonly page: number;
  readonly perPage: number;
}

/** Whether a row's readiness is of today: otherwise it is read from the findings themselves. Of the alias "i". */
const freshSql = () => Prisma.sql`(i."readyFrom" <= ${today()}::date AND i."readyUntil" >= ${today()}::date)`;

/** The first moment of the day so many days ago. */
const daysAgo = (days: number) => startOfDay(daysAfter(today(), -days)).toISOString();

/** Whose clearances the reader may not know: a case from which they are recused as a panel member, or one joined with it. */
const hiddenSql = ({ userId }: Someone) => Prisma.sql`
  SELECT c."personId" FROM "Conflict" x
  JOIN "PanelMember" z ON z."id" = x."memberId" AND z."userId" = ${userId ?? ""}
  JOIN "Candidacy" c ON c."id" = x."candidacyId" OR c."mergedIntoId" = x."candidacyId"`;

const clearanceSql = (reader: Someone) => Prisma.sql`CASE
  WHEN i."clearedUntil" IS NULL OR i."clearedUntil" < ${today()}::date OR i."personId" IN (${hiddenSql(reader)}) THEN 'none'
  WHEN i."clearedUntil" <= ${today()}::date + ${CLEARANCE_SOON_DAYS}::int THEN 'endsSoon' ELSE 'holds' END`;

/** By days: a contact stands as it does until a day ends. */
const contactSql = () => Prisma.sql`CASE
  WHEN i."contactedAt" IS NULL THEN 'never'
  WHEN i."contactedAt" >= ${daysAgo(CONTACT_DAYS.recent)}::timestamptz THEN 'recent'
  WHEN i."contactedAt" >= ${daysAgo(CONTACT_DAYS.year)}::timestamptz THEN 'year'
  ELSE 'longAgo' END`;

/** Who is in post today. Of the alias "i". */
const inPostSql = () => Prisma.sql`i."personId" IN (SELECT a."personId" FROM "Appointment" a
  WHERE a."startsOn" <= ${today()}::date AND a."endsOn" >= ${today()}::date)`;

/** The states that a search does not find unless one of them is asked for, as tags. */
const LEFT_OUT = MEMBERSHIP_STATES.filter((state) => MEMBER_STATES.every((one) => one !== state)).map(
  (state) => `state:${state}`,
);

/** The findings that count for a search: those that hold, and end soon where that is asked. Of the alias "r". */
const findingSql = ({ standing }: MemberSearch) =>
  standing === "expiring"
    ? Prisma.sql`${holdsSql()} AND r."expiresOn" <= ${today()}::date + ${RENEWAL_DAYS}::int`
    : holdsSql();

/** Whom the words of a search find; null where none are asked. */
const wordsOf = ({ q }: MemberSearch) =>
  q
    ? Prisma.sql`i."everything" @@ member_query(${q}) AND (${freshSql()} OR i."words" @@ member_query(${q}))`
    : null;

/** What is asked beside the facets: the words, and the standing. */
function baseOf(search: MemberSearch): readonly Prisma.Sql[] {
  const { standing } = search;
  const words = wordsOf(search);
  const asked: Prisma.Sql[] = words ? [words] : [];
  if (standing === "expiring")
    asked.push(Prisma.sql`EXISTS (SELECT FROM "Readiness" r WHERE r."membershipId" = i."membershipId"
      AND ${findingSql(search)})`);
  if (standing === "inPost") asked.push(inPostSql());
  return asked;
}

/**
 * The choices of the facets. Who is in post is found ready for nothing until the term ends, unless it is asked who is in
 * post, or whose readiness is to be renewed.
 */
function choicesOf(reader: Someone, search: MemberSearch): readonly Prisma.Sql[] {
  const { state, role, level, language, speaks, region, gender, clearance, contact, standing } = search;
  const tags = [
    state && `state:${state}`,
    gender && `gender:${gender}`,
    region && `region:${region}`,
    language && `language:${language}:${speaks ?? 1}`,
  ].filter((tag) => tag !== undefined);
  const asked: Prisma.Sql[] = [];
  if (tags.length > 0) asked.push(Prisma.sql`i."tags" @> ${tags}::text[]`);
  if (!state) asked.push(Prisma.sql`NOT (i."tags" && ${LEFT_OUT}::text[])`);
  if (speaks && !language)
    asked.push(Prisma.sql`EXISTS (SELECT FROM "PersonLanguage" l
      WHERE l."personId" = i."personId" AND l."level" >= ${Number(speaks)}::int)`);
  if (role || level) {
    const ofRole = role ? Prisma.sql`AND r."roleKindCode" = ${role}` : Prisma.empty;
    const ofLevel = level ? Prisma.sql`AND r."level" = ${level}::"ReadinessLevel"` : Prisma.empty;
    asked.push(Prisma.sql`EXISTS (SELECT FROM "Readiness" r WHERE r."membershipId" = i."membershipId"
      AND ${findingSql(search)} ${ofRole} ${ofLevel})`);
    if (!standing) asked.push(Prisma.sql`NOT ${inPostSql()}`);
  }
  if (clearance) asked.push(Prisma.sql`${clearanceSql(reader)} = ${clearance}`);
  if (contact) asked.push(Prisma.sql`${contactSql()} = ${contact}`);
  return asked;
}

const whereAll = (asked: readonly Prisma.Sql[]) =>
  asked.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...asked], " AND ")}`;

/**
 * Everybody whom a search finds for a reader, as a statement that gives their "membershipId": for who keeps a search, in one
 * transaction with what is written of them.
 */
export const foundSql = (reader: Someone, search: MemberSearch) => Prisma.sql`
  SELECT i."membershipId" FROM "MemberIndex" i ${whereAll([...baseOf(search), ...choicesOf(reader, search)])}`;

const thereSchema = z.tuple([z.object({ hidden: z.array(z.string()), named: z.string().nullable() })]);

/** What the database alone can say of a search: whose clearances the reader may not know, and whom the words find. */
async function readThere(reader: Someone, search: MemberSearch) {
  const words = wordsOf(search);
  const named = words
    ? Prisma.sql`(SELECT coalesce(string_agg(i."number"::text, ','), '') FROM "MemberIndex" i WHERE ${words})`
    : Prisma.sql`NULL`;
  const rows = await database().$queryRaw`
    SELECT ARRAY(SELECT DISTINCT i."personId"::text FROM (${hiddenSql(reader)}) i) AS "hidden", ${named} AS "named"`;
  return thereSchema.parse(rows)[0];
}

/**
 * Whom a search finds for a reader, who entered last first, and how many members there are of each value of each facet.
 * It is the same that `foundSql` finds: a test holds the two together.
 */
export async function searchCadre(reader: Someone, search: MemberSearch) {
  const [there, members] = await Promise.all([readThere(reader, search), readMembers()]);
  const { store } = members;
  const { total, counts, found } = searchMembers(members, search, {
    named: there.named === null ? null : markNumbers(store, there.named),
    hidden: markPeople(store, there.hidden),
  });
  const pageOf = ({ page, perPage }: PageOf) =>
    Array.from(found.subarray((page - 1) * perPage, page * perPage), (slot) => store.ids[slot] ?? "");
  return { total, counts, pageOf };
}

/** Makes the rows anew that are not of today: until then they are read past. Gives how many they were. */
export async function refreshExpired(tx: Reader, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { done: number }[]>`
    WITH old AS MATERIALIZED (SELECT array_agg("membershipId") AS ids FROM (
      SELECT i."membershipId" FROM "MemberIndex" i WHERE NOT ${freshSql()} ORDER BY 1 LIMIT ${most}::int) o)
    SELECT coalesce(cardinality(ids), 0) AS "done",
      CASE WHEN ids IS NOT NULL THEN member_index_refresh(ids, ${today()}::date)::text END FROM old`;
  return row?.done ?? 0;
}
