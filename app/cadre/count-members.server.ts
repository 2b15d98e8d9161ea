import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { SEAT_STEPS, type SeatState, type SeatStep } from "./course.ts";
import { READINESS_LEVELS } from "./readiness.ts";
import { holdsSql, notInPostSql } from "./valid-readiness.queries.server.ts";

const counted = { gender: z.enum(GENDERS), people: z.number().int() };
const readinessRows = z.array(
  z.object({ roleKindCode: z.string(), level: z.enum(READINESS_LEVELS), ...counted }),
);
const regionRows = z.array(
  z.object({ region: z.string(), ready: z.boolean(), inPost: z.boolean(), ...counted }),
);

/**
 * Active members by the kind of post they are found ready for and how soon, by gender: findings that hold today alone. Who is
 * ready for two kinds of post counts in each; who is in post counts in none until the term ends.
 */
export async function countReadiness(day: string = today()) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT r."roleKindCode", r."level"::text AS "level", p."gender"::text AS "gender", count(*)::int AS "people"
    FROM "Readiness" r
    JOIN "CadreMembership" m ON m."id" = r."membershipId"
    JOIN "Person" p ON p."id" = m."personId"
    WHERE m."state" = 'active' AND ${holdsSql(day)} AND ${notInPostSql(day)}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return readinessRows.parse(rows);
}

/**
 * Active members by the regional group of their first nationality and by gender, apart by whether any finding of
 * readiness holds today and whether they are in post. Each counts once.
 */
export async function countMembersByRegion(day: string = today()) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT coalesce(s."regionalGroup", '') AS "region", EXISTS (
        SELECT FROM "Readiness" r WHERE r."membershipId" = m."id" AND ${holdsSql(day)}) AS "ready",
      NOT ${notInPostSql(day)} AS "inPost",
      p."gender"::text AS "gender", count(*)::int AS "people"
    FROM "CadreMembership" m
    JOIN "Person" p ON p."id" = m."personId"
    LEFT JOIN "State" s ON s."code" = p."nationalities"[1]
    WHERE m."state" = 'active'
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
  return regionRows.parse(rows);
}

const seatRows = z.array(z.object({ step: z.enum(SEAT_STEPS), ...counted }));

const STATES: Readonly<Record<SeatStep, readonly SeatState[]>> = {
  nominated: ["waiting", "seated", "absent", "attended", "completed"],
  allotted: ["seated", "absent", "attended", "completed"],
  completed: ["completed"],
};

/**
 * Nominations to courses that begin on a day or later, as they stand now, by gender: to how many a seat was wanted, given,
 * and the course completed. Who withdrew is left out; who is nominated to two courses counts in each.
 */
export async function countSeats(from: string) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT step."step", p."gender"::text AS "gender", count(*)::int AS "people"
    FROM (VALUES ${Prisma.join(
      SEAT_STEPS.map((step) => Prisma.sql`(${step}, ${STATES[step]}::text[])`),
    )}) AS step("step", "states")
    JOIN "CourseNomination" n ON n."state"::text = ANY(step."states")
    JOIN "Course" c ON c."id" = n."courseId"
    JOIN "Person" p ON p."id" = n."personId"
    WHERE c."startsOn" >= ${from}::date
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return seatRows.parse(rows);
}
