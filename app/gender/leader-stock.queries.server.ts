import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { GENDERS } from "./counts.ts";

const named = { nameEn: z.string().nullable(), nameFr: z.string().nullable() };
const stockRows = z.array(
  z.object({
    ...{ roleKindCode: z.string(), level: z.string(), mission: z.string(), acting: z.boolean() },
    ...{ stateCode: z.string().nullable(), region: z.string(), rank: z.string().nullable(), ...named },
    gender: z.enum(GENDERS),
    people: z.number().int(),
  }),
);
export type LeaderStock = z.output<typeof stockRows>[number];

/**
 * Who holds a leadership post on a day, counted by all that the figures break down by: one statement. A leader's state is
 * the first nationality on file.
 */
export async function countLeaderStock(on: string): Promise<readonly LeaderStock[]> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT p."roleKindCode", p."level", m."acronym" AS "mission", a."acting", s."code" AS "stateCode",
      coalesce(s."regionalGroup", '') AS "region", who."rank", s."nameEn", s."nameFr",
      who."gender"::text AS "gender", count(*)::int AS "people"
    FROM "Appointment" a
    JOIN "Post" p ON p."id" = a."postId"
    JOIN "Mission" m ON m."id" = p."missionId"
    JOIN "Person" who ON who."id" = a."personId"
    LEFT JOIN "State" s ON s."code" = who."nationalities"[1]
    WHERE a."startsOn" <= ${on}::date AND a."endsOn" >= ${on}::date
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ORDER BY 1, 2, 3, 4, 5, 7, 10`;
  return stockRows.parse(rows);
}

const monthRows = z.array(
  z.object({
    day: z.string(),
    woman: z.number().int(),
    man: z.number().int(),
    other: z.number().int(),
    deputies: z.boolean(),
  }),
);
export type LeaderMonth = z.output<typeof monthRows>[number];

/**
 * Heads, and deputies, in post on the last day of each month from one day's month to another's, of the last month on that
 * other day: one statement. Acting leaders are left out. Every month has both its rows, nobody in post being zero.
 */
export async function countLeaderMonths(from: string, to: string): Promise<readonly LeaderMonth[]> {
  const rows = await database().$queryRaw<unknown[]>`
    WITH "months" AS (
      SELECT least((month + interval '1 month - 1 day')::date, ${to}::date) AS "day"
      FROM generate_series(date_trunc('month', ${from}::timestamp), ${to}::timestamp, interval '1 month') AS month
    ), "terms" AS (
      SELECT a."startsOn", a."endsOn", k."isDeputy" AS "deputies", who."gender"::text AS "gender"
      FROM "Appointment" a
      JOIN "Post" p ON p."id" = a."postId"
      JOIN "RoleKind" k ON k."code" = p."roleKindCode"
      JOIN "Person" who ON who."id" = a."personId"
      WHERE NOT a."acting" AND (k."isHead" OR k."isDeputy")
        AND a."startsOn" <= ${to}::date AND a."endsOn" >= date_trunc('month', ${from}::timestamp)
    )
    SELECT m."day"::text AS "day", list."deputies",
      count(t.*) FILTER (WHERE t."gender" = 'woman')::int AS "woman",
      count(t.*) FILTER (WHERE t."gender" = 'man')::int AS "man",
      count(t.*) FILTER (WHERE t."gender" NOT IN ('woman', 'man'))::int AS "other"
    FROM "months" m
    CROSS JOIN (VALUES (false), (true)) AS list("deputies")
    LEFT JOIN "terms" t ON t."startsOn" <= m."day" AND t."endsOn" >= m."day" AND t."deputies" = list."deputies"
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return monthRows.parse(rows);
}
