import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import type { Sorting } from "#app/platform/sorting.ts";
import { startOfDay } from "#app/platform/utc-day.ts";
import { COMPACT_STATES, genderColumn, type Heads, type LeaderSort } from "./accountability.ts";
import { GENDERS, mapGenders, type Tally } from "./counts.ts";

export const LEADERS_PER_PAGE = 25;

const people = z.number().int();
const leaderRows = z.array(
  z.object({
    ...{ appointmentId: z.string(), missionId: z.string(), name: z.string(), mission: z.string() },
    ...{ nameEn: z.string(), nameFr: z.string(), endsOn: z.string(), acting: z.boolean() },
    compactId: z.string().nullable(),
    state: z.enum(COMPACT_STATES),
    ...{ conversations: people, total: people },
  }),
);
const missionCounts = z.array(
  z.object({
    missionId: z.string(),
    gender: genderColumn,
    team: people,
    nominated: people,
    recommended: people,
  }),
);

const ORDERS: Readonly<Record<LeaderSort, Prisma.Sql>> = {
  mission: Prisma.sql`"mission"`,
  name: Prisma.sql`"name"`,
  endsOn: Prisma.sql`"endsOn"`,
  signed: Prisma.sql`CASE "state" WHEN 'none' THEN 0 WHEN 'open' THEN 1 WHEN 'signed' THEN 3 ELSE 2 END`,
};

interface Asked {
  /** ISO date. */
  readonly today: string;
  readonly year: number;
  /** Whether the reader sees exact counts of nominees. */
  readonly exact: boolean;
}

/**
 * Every leader in post with their compact of a calendar year, and what its indicators count of the mission they lead in: its
 * team, whose names are public, and its nominees for those alone who see exact figures. Two statements, whatever the
 * number of leaders.
 */
export async function listLeaderBalance(
  { today, year, exact }: Asked,
  { key, direction }: Sorting<LeaderSort>,
  page: number,
  perPage = LEADERS_PER_PAGE,
) {
  const way = direction === "ascending" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = leaderRows.parse(
    await database().$queryRaw<unknown[]>`
    WITH leader AS (
      SELECT a."id" AS "appointmentId", p."missionId", m."acronym" AS "mission", r."nameEn", r."nameFr", r."position",
        who."givenName" || ' ' || who."familyName" AS "name", a."endsOn"::text AS "endsOn", a."acting",
        c."id" AS "compactId",
        CASE WHEN c."id" IS NULL THEN 'none'
          WHEN c."leaderSignedAt" IS NOT NULL AND c."supervisorSignedAt" IS NOT NULL THEN 'signed'
          WHEN c."leaderSignedAt" IS NOT NULL THEN 'leaderSigned'
          WHEN c."supervisorSignedAt" IS NOT NULL THEN 'supervisorSigned' ELSE 'open' END AS "state",
        (SELECT count(*)::int FROM (
          SELECT n."moment" FROM "CompactNote" n WHERE n."compactId" = c."id" GROUP BY 1 HAVING count(*) = 2) held
        ) AS "conversations"
      FROM "Appointment" a JOIN "Post" p ON p."id" = a."postId" JOIN "Mission" m ON m."id" = p."missionId"
      JOIN "RoleKind" r ON r."code" = p."roleKindCode" JOIN "Person" who ON who."id" = a."personId"
      LEFT JOIN "Compact" c ON c."appointmentId" = a."id" AND c."year" = ${year}
      WHERE a."startsOn" <= ${today}::date AND a."endsOn" >= ${today}::date
    )
    SELECT *, (count(*) OVER ())::int AS "total" FROM leader
    ORDER BY ${ORDERS[key]} ${way}, "mission", "position", "appointmentId"
    LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
  );
  const counted = await countForMissions([...new Set(rows.map(({ missionId }) => missionId))], {
    ...{ today, year, exact },
  });
  return {
    total: rows[0]?.total ?? 0,
    leaders: rows.map(({ missionId, ...row }) => ({ ...row, ...counted(missionId) })),
  };
}

export type LeaderBalance = Awaited<ReturnType<typeof listLeaderBalance>>["leaders"][number];

/** What the indicators of a compact count (app/cadre/compact.ts), of several missions at once. */
async function countForMissions(missionIds: readonly string[], { today, year, exact }: Asked) {
  const last = `${year}-12-31`;
  const day = today < last ? today : last;
  const [begins, ends] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  const rows = missionCounts.parse(
    await database().$queryRaw<unknown[]>`
    WITH team AS (
      SELECT p."missionId", who."gender", count(*)::int AS "people"
      FROM "Appointment" a JOIN "Post" p ON p."id" = a."postId" JOIN "Person" who ON who."id" = a."personId"
      WHERE p."missionId" = ANY(${[...missionIds]}::uuid[]) AND NOT a."acting"
        AND a."startsOn" <= ${day}::date AND a."endsOn" >= ${day}::date
      GROUP BY 1, 2
    ), flow AS (
      SELECT o."missionId", who."gender",
        (count(DISTINCT who."id") FILTER (WHERE n."state" = 'submitted'
          AND n."submittedAt" >= ${begins} AND n."submittedAt" < ${ends}))::int AS "nominated",
        (count(DISTINCT who."id") FILTER (WHERE EXISTS (
          SELECT FROM "StageEvent" e WHERE e."candidacyId" = c."id" AND e."stage" = 'recommended'
            AND e."reachedAt" >= ${begins} AND e."reachedAt" < ${ends})))::int AS "recommended"
      FROM "Candidacy" c JOIN "Nomination" n ON n."id" = c."nominationId" JOIN "Vacancy" v ON v."id" = c."vacancyId"
      JOIN "Post" o ON o."id" = v."postId" JOIN "Person" who ON who."id" = c."personId"
      WHERE ${exact} AND o."missionId" = ANY(${[...missionIds]}::uuid[]) AND c."state" <> 'merged'
      GROUP BY 1, 2
    )
    SELECT coalesce(t."missionId", f."missionId") AS "missionId", coalesce(t."gender", f."gender")::text AS "gender",
      coalesce(t."people", 0) AS "team", coalesce(f."nominated", 0) AS "nominated",
      coalesce(f."recommended", 0) AS "recommended"
    FROM team t FULL JOIN flow f ON f."missionId" = t."missionId" AND f."gender" = t."gender"`,
  );
  return (missionId: string) => {
    const own = rows.filter((row) => row.missionId === missionId);
    const of = (column: "team" | "nominated" | "recommended") =>
      headsOf(mapGenders((gender) => own.find((row) => row.gender === gender)?.[column] ?? 0));
    const nominees = exact ? { nominated: of("nominated"), recommended: of("recommended") } : null;
    return { team: of("team"), nominees };
  };
}

const headsOf = (tally: Tally): Heads => ({
  ...{ women: tally.woman, men: tally.man },
  other: GENDERS.reduce((sum, gender) => sum + tally[gender], 0) - tally.woman - tally.man,
});
