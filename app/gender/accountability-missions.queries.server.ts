import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import type { Sorting } from "#app/platform/sorting.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { DEPARTMENTS, type MissionSort, MONTHS_AHEAD } from "./accountability.ts";

export const MISSIONS_PER_PAGE = 25;

const people = z.number().int();
const missionRows = z.array(
  z.object({
    acronym: z.string(),
    nameEn: z.string(),
    nameFr: z.string(),
    department: z.enum(DEPARTMENTS).nullable(),
    ...{ women: people, men: people, other: people, acting: people, vacant: people, posts: people },
    ending: people,
    nextEnd: z.string().nullable(),
    choices: people,
    uniformedWomen: people.nullable(),
    uniformedMen: people.nullable(),
    total: people,
  }),
);

const ORDERS: Readonly<Record<MissionSort, Prisma.Sql>> = {
  mission: Prisma.sql`m."acronym"`,
  share: Prisma.sql`CASE WHEN h."women" + h."men" > 0 THEN h."women"::float / (h."women" + h."men") END`,
  vacant: Prisma.sql`h."vacant"`,
  ending: Prisma.sql`h."ending"`,
  choices: Prisma.sql`coalesce(v."choices", 0)`,
};

/**
 * Of each mission that is under way and has leadership posts: who leads it by gender, what falls vacant within
 * `MONTHS_AHEAD`, how many choices are under way, and the uniformed personnel of the latest month told by mission. One
 * statement, whatever the number of missions.
 *
 * @param today ISO date
 */
export async function listMissionBalance(
  today: string,
  { key, direction }: Sorting<MissionSort>,
  page: number,
  perPage = MISSIONS_PER_PAGE,
) {
  const ahead = monthsAfter(today, MONTHS_AHEAD);
  const way = direction === "ascending" ? Prisma.sql`ASC NULLS LAST` : Prisma.sql`DESC NULLS LAST`;
  const rows = missionRows.parse(
    await database().$queryRaw<unknown[]>`
    WITH held AS (
      SELECT p."missionId", p."id" AS "postId", a."acting", who."gender", a."endsOn"
      FROM "Post" p
      LEFT JOIN "Appointment" a
        ON a."postId" = p."id" AND a."startsOn" <= ${today}::date AND a."endsOn" >= ${today}::date
      LEFT JOIN "Person" who ON who."id" = a."personId"
    ), team AS (
      SELECT "missionId", count(DISTINCT "postId")::int AS "posts",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" = 'woman'))::int AS "women",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" = 'man'))::int AS "men",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" NOT IN ('woman', 'man')))::int AS "other",
        (count(*) FILTER (WHERE "acting"))::int AS "acting",
        (count(*) FILTER (WHERE "gender" IS NULL))::int AS "vacant",
        (count(*) FILTER (WHERE NOT "acting" AND "endsOn" <= ${ahead}::date))::int AS "ending",
        (min("endsOn") FILTER (WHERE NOT "acting"))::text AS "nextEnd"
      FROM held GROUP BY 1
    ), choosing AS (
      SELECT p."missionId", count(*)::int AS "choices" FROM "Vacancy" v JOIN "Post" p ON p."id" = v."postId"
      WHERE v."state" NOT IN ('decided', 'closed') GROUP BY 1
    ), uniformed AS (
      SELECT c."missionAcronym" AS "acronym", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
      FROM "UniformedCount" c WHERE c."monthId" = (
        SELECT k."id" FROM "UniformedMonth" k WHERE k."supersededAt" IS NULL AND k."cut" = 'full'
        ORDER BY k."month" DESC LIMIT 1)
      GROUP BY 1
    )
    SELECT m."acronym", m."nameEn", m."nameFr", m."department"::text AS "department", h."posts", h."women", h."men",
      h."other", h."acting", h."vacant", h."ending", h."nextEnd", coalesce(v."choices", 0) AS "choices",
      u."women" AS "uniformedWomen", u."men" AS "uniformedMen", (count(*) OVER ())::int AS "total"
    FROM "Mission" m JOIN team h ON h."missionId" = m."id"
    LEFT JOIN choosing v ON v."missionId" = m."id" LEFT JOIN uniformed u ON u."acronym" = m."acronym"
    WHERE m."endsOn" IS NULL OR m."endsOn" >= ${today}::date
    ORDER BY ${ORDERS[key]} ${way}, m."acronym"
    LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
  );
  return { total: rows[0]?.total ?? 0, missions: rows };
}

export type MissionBalance = Awaited<ReturnType<typeof listMissionBalance>>["missions"][number];
