import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { MENTOR_STATES } from "./lifecycle.ts";

const counted = { region: z.string(), gender: z.enum(GENDERS), people: z.number().int() };
const mentorRows = z.array(z.object({ state: z.enum(MENTOR_STATES), ...counted }));
const menteeRows = z.array(z.object(counted));

/** Mentors as they stand now, by how far they have come and the regional group of the state that pledged them, by gender. */
export async function countMentors() {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT m."state"::text AS "state", coalesce(s."regionalGroup", '') AS "region", p."gender"::text AS "gender",
      count(*)::int AS "people"
    FROM "Mentor" m
    JOIN "Person" p ON p."id" = m."personId"
    LEFT JOIN "State" s ON s."code" = m."pledgedByCode"
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return mentorRows.parse(rows);
}

/**
 * Leaders with a mentor on a day, by the regional group of their first nationality and by gender. A pair is at work from
 * its first day up to the day on which it was ended, that day not included; who has two mentors counts once.
 */
export async function countMentees(on: string) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT coalesce(s."regionalGroup", '') AS "region", p."gender"::text AS "gender",
      count(DISTINCT p."id")::int AS "people"
    FROM "Engagement" e
    JOIN "Person" p ON p."id" = e."menteeId"
    LEFT JOIN "State" s ON s."code" = p."nationalities"[1]
    WHERE e."startedOn" <= ${on}::date AND (e."state" = 'active' OR coalesce(e."endedOn", e."endsOn") > ${on}::date)
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return menteeRows.parse(rows);
}
