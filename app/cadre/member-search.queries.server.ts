import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
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

type Someone = Pick<Actor, "userId">;
export interface PageOf {
  readonly page: number;
  readonly perPage: number;
}

/** Whether a row's readiness is of today: otherwise it is read from the findings themselves. Of the alias "i". */
const freshSql = () => Prisma.sql`(i."readyFrom" <= ${today()}::date AND i."readyUntil" >= ${today()}::date)`;

/** Whose clearances the reader may not know: a case from which they are recused as a panel member, or one joined with it. */
const hiddenSql = ({ userId }: Someone) => Prisma.sql`i."personId" IN (
  SELECT c."personId" FROM "Conflict" x
  JOIN "PanelMember" z ON z."id" = x."memberId" AND z."userId" = ${userId ?? ""}
  JOIN "Candidacy" c ON c."id" = x."candidacyId" OR c."mergedIntoId" = x."candidacyId")`;

const clearanceSql = (reader: Someone) => Prisma.sql`CASE
  WHEN i."clearedUntil" IS NULL OR i."clearedUntil" < ${today()}::date OR ${hiddenSql(reader)} THEN 'none'
  WHEN i."clearedUntil" <= ${today()}::date + ${CLEARANCE_SOON_DAYS}::int THEN 'endsSoon' ELSE 'holds' END`;

const contactSql = () => Prisma.sql`CASE
  WHEN i."contactedAt" IS NULL THEN 'never'
  WHEN i."contactedAt" >= ${now()}::timestamptz - make_interval(days => ${CONTACT_DAYS.recent}::int) THEN 'recent'
  WHEN i."contactedAt" >= ${now()}::timestamptz - make_interval(days => ${CONTACT_DAYS.year}::int) THEN 'year'
  ELSE 'longAgo' END`;

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
  if (standing === "inPost")
    asked.push(Prisma.sql`EXISTS (SELECT FROM "Appointment" a WHERE a."personId" = i."personId"
      AND a."startsOn" <= ${today()}::date AND a."endsOn" >= ${today()}::date)`);
  return asked;
}

/** The choices of the facets. */
function choicesOf(reader: Someone, search: MemberSearch): readonly Prisma.Sql[] {
  const { state, role, level, language, speaks, region, gender, clearance, contact } = search;
  const tags = [
    state && `state:${state}`,
    gender && `gender:${gender}`,
    region && `region:${region}`,
    language && `language:${language}:${speaks ?? 1}`,
  ].filter((tag) => tag !== undefined);
  const asked: Prisma.Sql[] = [];
  if (tags.length > 0) asked.push(Prisma.sql`i."tags" @> ${tags}::text[]`);
  if (speaks && !language)
    asked.push(Prisma.sql`EXISTS (SELECT FROM "PersonLanguage" l
      WHERE l."personId" = i."personId" AND l."level" >= ${Number(speaks)}::int)`);
  if (role || level) {
    const ofRole = role ? Prisma.sql`AND r."roleKindCode" = ${role}` : Prisma.empty;
    const ofLevel = level ? Prisma.sql`AND r."level" = ${level}::"ReadinessLevel"` : Prisma.empty;
    asked.push(Prisma.sql`EXISTS (SELECT FROM "Readiness" r WHERE r."membershipId" = i."membershipId"
      AND ${findingSql(search)} ${ofRole} ${ofLevel})`);
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

/** How many members a search finds for a reader, and how many there are of each value of each facet. */
export async function countFound(reader: Someone, search: MemberSearch) {
  const soon = Prisma.sql`${today()}::date + ${RENEWAL_DAYS}::int`;
  const ready =
    search.standing === "expiring"
      ? Prisma.sql`member_ready(i."membershipId", ${today()}::date, ${soon})`
      : Prisma.sql`CASE WHEN ${freshSql()} THEN i."ready" ELSE member_ready(i."membershipId", ${today()}::date) END`;
  const rows = await database().$queryRaw`
    SELECT i."facets", ${ready} AS "ready", ${clearanceSql(reader)} AS "clearance", ${contactSql()} AS "contact",
      count(*)::int AS "count"
    FROM "MemberIndex" i ${whereAll(baseOf(search))} GROUP BY 1, 2, 3, 4`;
  return countFacets(alikeRows.parse(rows), search);
}

/** The members of one page of what a search finds, who entered last first. */
export async function findPage(reader: Someone, search: MemberSearch, { page, perPage }: PageOf) {
  const found = await database().$queryRaw<readonly { membershipId: string }[]>`
    ${foundSql(reader, search)} ORDER BY i."enteredAt" DESC, i."membershipId"
    LIMIT ${perPage}::int OFFSET ${(page - 1) * perPage}::int`;
  return found.map(({ membershipId }) => membershipId);
}

/** Makes the rows anew of which a finding has expired: until then they are read past. Gives how many they were. */
export async function refreshExpired(tx: Reader, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { done: number }[]>`
    WITH old AS MATERIALIZED (SELECT array_agg("membershipId") AS ids FROM (
      SELECT i."membershipId" FROM "MemberIndex" i WHERE NOT ${freshSql()} ORDER BY 1 LIMIT ${most}::int) o)
    SELECT coalesce(cardinality(ids), 0) AS "done",
      CASE WHEN ids IS NOT NULL THEN member_index_refresh(ids, ${today()}::date)::text END FROM old`;
  return row?.done ?? 0;
}
