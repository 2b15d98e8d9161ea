import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { MEMBER_STATES, MEMBERSHIP_STATES } from "./lifecycle.ts";
import {
  CLEARANCE_SOON_DAYS,
  CLEARANCE_STANDINGS,
  CONTACT_DAYS,
  CONTACT_STANDINGS,
  countFacets,
  type MemberSearch,
} from "./member-search.ts";
import { RENEWAL_DAYS } from "./readiness.ts";
import { holdsSql } from "./valid-readiness.queries.server.ts";

const DAY_MS = 86_400_000;

type Someone = Pick<Actor, "userId">;
export interface PageOf {
  readonly page: number;
  readonly perPage: number;
}

/** Whether a row's readiness is of today: otherwise it is read from the findings themselves. Of the alias "i". */
const freshSql = () => Prisma.sql`(i."readyFrom" <= ${today()}::date AND i."readyUntil" >= ${today()}::date)`;

/** Whether what the tally says of a row is not of today. */
const staleSql = () => Prisma.sql`(i."readyFrom" > ${today()}::date OR i."readyUntil" < ${today()}::date
  OR i."standingUntil" < ${today()}::date)`;

/** The first moment of the day so many days ago. */
const daysAgo = (days: number) => new Date(Date.parse(today()) - days * DAY_MS).toISOString();

/** Whose clearances the reader may not know: a case from which they are recused as a panel member, or one joined with it. */
const hiddenSql = ({ userId }: Someone) => Prisma.sql`i."personId" IN (
  SELECT c."personId" FROM "Conflict" x
  JOIN "PanelMember" z ON z."id" = x."memberId" AND z."userId" = ${userId ?? ""}
  JOIN "Candidacy" c ON c."id" = x."candidacyId" OR c."mergedIntoId" = x."candidacyId")`;

const clearanceSql = (reader: Someone) => Prisma.sql`CASE
  WHEN i."clearedUntil" IS NULL OR i."clearedUntil" < ${today()}::date OR ${hiddenSql(reader)} THEN 'none'
  WHEN i."clearedUntil" <= ${today()}::date + ${CLEARANCE_SOON_DAYS}::int THEN 'endsSoon' ELSE 'holds' END`;

/** By days, as the tally has it: a contact stands as it does until a day ends. */
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

/** What is asked beside the facets: the words, and the standing. */
function baseOf(search: MemberSearch): readonly Prisma.Sql[] {
  const { q, standing } = search;
  const asked: Prisma.Sql[] = [];
  if (q) {
    asked.push(Prisma.sql`i."everything" @@ member_query(${q})
      AND (${freshSql()} OR i."words" @@ member_query(${q}))`);
  }
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

/** Everybody whom a search finds for a reader, as a statement that gives their "membershipId". */
export const foundSql = (reader: Someone, search: MemberSearch) => Prisma.sql`
  SELECT i."membershipId" FROM "MemberIndex" i ${whereAll([...baseOf(search), ...choicesOf(reader, search)])}`;

const alikeRows = z.array(
  z.object({
    facets: z.string(),
    ready: z.string(),
    clearance: z.enum(CLEARANCE_STANDINGS),
    contact: z.enum(CONTACT_STANDINGS),
    count: z.number().int(),
  }),
);

/** What a member is found ready for today, as text. */
const readySql = () =>
  Prisma.sql`CASE WHEN ${freshSql()} THEN i."ready" ELSE member_ready(i."membershipId", ${today()}::date) END`;

/** The same, but nothing of who is in post. */
const freeForSql = () => Prisma.sql`CASE WHEN ${inPostSql()} THEN '' ELSE ${readySql()} END`;

/** Members alike among those whom words or a standing find. */
function countRows(reader: Someone, search: MemberSearch) {
  const soon = Prisma.sql`${today()}::date + ${RENEWAL_DAYS}::int`;
  const ready =
    search.standing === "expiring"
      ? Prisma.sql`member_ready(i."membershipId", ${today()}::date, ${soon})`
      : search.standing
        ? readySql()
        : freeForSql();
  return Prisma.sql`
    SELECT i."facets", ${ready} AS "ready", ${clearanceSql(reader)} AS "clearance", ${contactSql()} AS "contact",
      count(*)::int AS "count"
    FROM "MemberIndex" i ${whereAll(baseOf(search))} GROUP BY 1, 2, 3, 4`;
}

/**
 * Members alike among everybody, from the tally; rows that it has otherwise than they are today, or than the reader may
 * know them, are taken out of it and counted as they are.
 */
const countTally = (reader: Someone) => Prisma.sql`
  WITH odd AS MATERIALIZED (
    SELECT i.*, ${freeForSql()} AS "readyNow", ${clearanceSql(reader)} || '|' || ${contactSql()} AS "standingNow"
    FROM "MemberIndex" i WHERE i."membershipId" IN (
      SELECT i."membershipId" FROM "MemberIndex" i WHERE ${staleSql()}
      UNION SELECT i."membershipId" FROM "MemberIndex" i WHERE ${inPostSql()}
      UNION SELECT i."membershipId" FROM "MemberIndex" i WHERE ${hiddenSql(reader)})
  ), alike AS (
    SELECT "facets", "ready", "standing", "people" FROM "MemberTally"
    UNION ALL SELECT "facets", "ready", "standing", -1 FROM odd
    UNION ALL SELECT "facets", "readyNow", "standingNow", 1 FROM odd
  )
  SELECT "facets", "ready", split_part("standing", '|', 1) AS "clearance", split_part("standing", '|', 2) AS "contact",
    sum("people")::int AS "count"
  FROM alike GROUP BY 1, 2, 3, 4 HAVING sum("people") <> 0`;

/** How many members a search finds for a reader, and how many there are of each value of each facet. */
export async function countFound(reader: Someone, search: MemberSearch) {
  const everybody = baseOf(search).length === 0;
  const rows = await database().$queryRaw(everybody ? countTally(reader) : countRows(reader, search));
  return countFacets(alikeRows.parse(rows), search);
}

/** The members of one page of what a search finds, who entered last first. */
export async function findPage(reader: Someone, search: MemberSearch, { page, perPage }: PageOf) {
  const found = await database().$queryRaw<readonly { membershipId: string }[]>`
    ${foundSql(reader, search)} ORDER BY i."enteredAt" DESC, i."membershipId"
    LIMIT ${perPage}::int OFFSET ${(page - 1) * perPage}::int`;
  return found.map(({ membershipId }) => membershipId);
}

/** Makes the rows anew that are not of today: until then they are read past. Gives how many they were. */
export async function refreshExpired(tx: Reader, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { done: number }[]>`
    WITH old AS MATERIALIZED (SELECT array_agg("membershipId") AS ids FROM (
      SELECT i."membershipId" FROM "MemberIndex" i WHERE ${staleSql()} ORDER BY 1 LIMIT ${most}::int) o)
    SELECT coalesce(cardinality(ids), 0) AS "done",
      CASE WHEN ids IS NOT NULL THEN member_index_refresh(ids, ${today()}::date)::text END FROM old`;
  return row?.done ?? 0;
}

/** Adds the tally of members alike up, so that it stays as short as there are kinds of them. */
export const foldTally = (tx: Reader) => tx.$executeRaw`SELECT member_tally_fold()`;
