import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import type { Sorting } from "#app/platform/sorting.ts";
import { startOfDay } from "#app/platform/utc-day.ts";
import { DEPARTMENTS, type NomineeSight, type StateSort } from "./accountability.ts";
import type { Period } from "./balance.ts";

export const STATES_OF_BALANCE_PER_PAGE = 25;

const people = z.number().int();
const stages = {
  ...{ nominatedWomen: people, nominatedMen: people, nominatedOther: people },
  ...{ screenedInWomen: people, screenedInMen: people },
  ...{ recommendedWomen: people, recommendedMen: people, appointedWomen: people, appointedMen: people },
};
const stateRows = z.array(
  z.object({
    ...{ code: z.string(), nameEn: z.string(), nameFr: z.string() },
    ...stages,
    ...{ listsKept: people, listsReasoned: people, lists: people },
    ...{ pledges: people, delivered: people, champions: people, actionPlan: z.string().nullable() },
    total: people,
  }),
);
const departmentRows = z.array(
  z.object({
    department: z.enum(DEPARTMENTS).nullable(),
    ...{ missions: people, posts: people, vacant: people, acting: people },
    ...{ women: people, men: people, other: people, headWomen: people, headMen: people },
    ...stages,
  }),
);

/** How nominees are counted for a reader. */
interface Counted {
  /** Whether they are at all. */
  readonly shown: boolean;
  readonly gender: Prisma.Sql;
  readonly furthest: Prisma.Sql;
}

const EVERYTHING: Counted = {
  shown: true,
  gender: Prisma.sql`who."gender"`,
  furthest: Prisma.sql`coalesce(reached."furthest", 'nominated')`,
};
const NOBODY: Counted = { ...EVERYTHING, shown: false };
/** A state knows its nominees as it stated them, and learns how far they came once the vacancy is closed. */
const AS_TOLD: Counted = {
  shown: true,
  gender: Prisma.sql`n."statedGender"`,
  furthest: Prisma.sql`CASE WHEN v."state" = 'closed' THEN coalesce(reached."furthest", 'nominated') ELSE 'nominated' END`,
};
const COUNTED: Readonly<Record<NomineeSight, Counted>> = { exact: EVERYTHING, own: AS_TOLD, none: NOBODY };

/** A person counts at a stage who reached it or a later one, as in every figure of the road (METHOD §9). */
const reachedBy = ({ gender, furthest }: Counted, stage: string, of: string) => Prisma.sql`(count(*) FILTER (
  WHERE ${gender} = ${Prisma.raw(`'${of}'`)} AND ${furthest} >= ${Prisma.raw(`'${stage}'`)}))::int`;

/** Candidacies nominated in a period by their stages; `by` groups them. */
const road = (by: Prisma.Sql, { startsOn, endsBefore }: Period, counted: Counted) => {
  const reached = (stage: string, of: string) => reachedBy(counted, stage, of);
  return Prisma.sql`
  SELECT ${by} AS "by", ${reached("nominated", "woman")} AS "nominatedWomen", ${reached("nominated", "man")} AS "nominatedMen",
    (count(*) FILTER (WHERE ${counted.gender} NOT IN ('woman', 'man')))::int AS "nominatedOther",
    ${reached("screenedIn", "woman")} AS "screenedInWomen", ${reached("screenedIn", "man")} AS "screenedInMen",
    ${reached("recommended", "woman")} AS "recommendedWomen", ${reached("recommended", "man")} AS "recommendedMen",
    ${reached("appointed", "woman")} AS "appointedWomen", ${reached("appointed", "man")} AS "appointedMen"
  FROM "Candidacy" c
  JOIN "Nomination" n ON n."id" = c."nominationId"
  JOIN "Person" who ON who."id" = c."personId"
  JOIN "Vacancy" v ON v."id" = c."vacancyId" JOIN "Post" p ON p."id" = v."postId" JOIN "Mission" m ON m."id" = p."missionId"
  LEFT JOIN LATERAL (
    SELECT max(e."stage") AS "furthest" FROM "StageEvent" e WHERE e."candidacyId" = c."id"
  ) reached ON true
  WHERE ${counted.shown} AND c."state" <> 'merged' AND n."submittedAt" >= ${startOfDay(startsOn)} AND n."submittedAt" < ${startOfDay(endsBefore)}
  GROUP BY 1`;
};

const STAGE_COLUMNS = Prisma.raw(
  Object.keys(stages)
    .map((column) => `coalesce(r."${column}", 0) AS "${column}"`)
    .join(", "),
);

const ordersIn = (locale: string): Readonly<Record<StateSort, Prisma.Sql>> => ({
  state: locale === "fr" ? Prisma.sql`s."nameFr"` : Prisma.sql`s."nameEn"`,
  share: Prisma.sql`CASE WHEN r."nominatedWomen" + r."nominatedMen" > 0
    THEN r."nominatedWomen"::float / (r."nominatedWomen" + r."nominatedMen") END`,
  lists: Prisma.sql`coalesce(l."lists", 0) - coalesce(l."listsKept", 0)`,
  pledges: Prisma.sql`coalesce(g."pledges", 0) - coalesce(g."delivered", 0)`,
});

interface Asked {
  readonly period: Period;
  readonly sight: NomineeSight;
  /** Narrows the list to one state, its own focal point's; null: every state. */
  readonly stateCode: string | null;
  readonly locale: string;
}

/**
 * Of each state that nominated in a reporting year, sent a list or pledged: its nominees at each stage by gender, whether
 * its lists kept the rule of their call or gave a reason, and what it pledged and delivered. Exact, for those who may see
 * it; a state's own focal point gets that state alone, its nominees as it stated them, and how far they came once the
 * vacancy is closed: before that nobody has told it. Others get the pledges, and neither nominees nor lists. One statement,
 * whatever the number of states.
 */
export async function listStateBalance(
  { period, sight, stateCode, locale }: Asked,
  { key, direction }: Sorting<StateSort>,
  page: number,
  perPage = STATES_OF_BALANCE_PER_PAGE,
) {
  const way = direction === "ascending" ? Prisma.sql`ASC NULLS LAST` : Prisma.sql`DESC NULLS LAST`;
  const own = stateCode === null ? Prisma.empty : Prisma.sql`AND s."code" = ${stateCode}`;
  const rows = stateRows.parse(
    await database().$queryRaw<unknown[]>`
    WITH road AS (${road(Prisma.sql`n."stateCode"`, period, COUNTED[sight])}), list AS (
      SELECT "stateCode", count(*)::int AS "lists", (count(*) FILTER (WHERE "ruleMet"))::int AS "listsKept",
        (count(*) FILTER (WHERE NOT "ruleMet" AND "reasoned"))::int AS "listsReasoned"
      FROM (
        SELECT DISTINCT ON (b."callId", b."stateCode") b."stateCode", b."ruleMet", b."reason" IS NOT NULL AS "reasoned"
        FROM "ListSubmission" b JOIN "Call" k ON k."id" = b."callId"
        WHERE ${COUNTED[sight].shown} AND k."listRule" <> 'none'
          AND b."submittedAt" >= ${startOfDay(period.startsOn)} AND b."submittedAt" < ${startOfDay(period.endsBefore)}
        ORDER BY b."callId", b."stateCode", b."submittedAt" DESC, b."id" DESC
      ) latest GROUP BY 1
    ), pledged AS (
      SELECT "stateCode", count(*)::int AS "pledges", (count(*) FILTER (WHERE "level" = 'delivered'))::int AS "delivered",
        coalesce(sum("quantity") FILTER (WHERE "kind" = 'genderChampions'), 0)::int AS "champions",
        (max("level") FILTER (WHERE "kind" = 'nationalActionPlan'))::text AS "actionPlan"
      FROM "StatePledge" WHERE "level" <> 'withdrawn' AND "createdAt" < ${startOfDay(period.endsBefore)} GROUP BY 1
    )
    SELECT s."code", s."nameEn", s."nameFr", ${STAGE_COLUMNS},
      coalesce(l."lists", 0) AS "lists", coalesce(l."listsKept", 0) AS "listsKept",
      coalesce(l."listsReasoned", 0) AS "listsReasoned", coalesce(g."pledges", 0) AS "pledges",
      coalesce(g."delivered", 0) AS "delivered", coalesce(g."champions", 0) AS "champions", g."actionPlan",
      (count(*) OVER ())::int AS "total"
    FROM "State" s LEFT JOIN road r ON r."by" = s."code" LEFT JOIN list l ON l."stateCode" = s."code"
    LEFT JOIN pledged g ON g."stateCode" = s."code"
    WHERE (r."by" IS NOT NULL OR l."stateCode" IS NOT NULL OR g."stateCode" IS NOT NULL) ${own}
    ORDER BY ${ordersIn(locale)[key]} ${way}, s."code"
    LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
  );
  return { total: rows[0]?.total ?? 0, states: rows };
}

export type StateBalance = Awaited<ReturnType<typeof listStateBalance>>["states"][number];

/**
 * Of each department, and of the missions of which none is stated: the leaders of its missions under way by gender and, for
 * who may see it, the road of a reporting year to its posts. One statement.
 */
export async function listDepartmentBalance(
  today: string,
  period: Period,
  sight: Exclude<NomineeSight, "own">,
) {
  return departmentRows.parse(
    await database().$queryRaw<unknown[]>`
    WITH road AS (${road(Prisma.sql`m."department"`, period, COUNTED[sight])}), held AS (
      SELECT m."department", m."id" AS "missionId", p."id" AS "postId", a."acting", who."gender",
        k."isHead" OR k."isDeputy" AS "heading"
      FROM "Mission" m JOIN "Post" p ON p."missionId" = m."id" JOIN "RoleKind" k ON k."code" = p."roleKindCode"
      LEFT JOIN "Appointment" a
        ON a."postId" = p."id" AND a."startsOn" <= ${today}::date AND a."endsOn" >= ${today}::date
      LEFT JOIN "Person" who ON who."id" = a."personId"
      WHERE m."endsOn" IS NULL OR m."endsOn" >= ${today}::date
    ), team AS (
      SELECT "department", count(DISTINCT "missionId")::int AS "missions", count(DISTINCT "postId")::int AS "posts",
        (count(*) FILTER (WHERE "gender" IS NULL))::int AS "vacant",
        (count(*) FILTER (WHERE "acting"))::int AS "acting",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" = 'woman'))::int AS "women",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" = 'man'))::int AS "men",
        (count(*) FILTER (WHERE NOT "acting" AND "gender" NOT IN ('woman', 'man')))::int AS "other",
        (count(*) FILTER (WHERE NOT "acting" AND "heading" AND "gender" = 'woman'))::int AS "headWomen",
        (count(*) FILTER (WHERE NOT "acting" AND "heading" AND "gender" = 'man'))::int AS "headMen"
      FROM held GROUP BY 1
    )
    SELECT h."department"::text AS "department", h."missions", h."posts", h."vacant", h."acting", h."women", h."men",
      h."other", h."headWomen", h."headMen", ${STAGE_COLUMNS}
    FROM team h LEFT JOIN road r ON r."by" IS NOT DISTINCT FROM h."department"
    ORDER BY h."department" NULLS LAST`,
  );
}

export type DepartmentBalance = Awaited<ReturnType<typeof listDepartmentBalance>>[number];
