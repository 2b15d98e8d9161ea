import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";

const seatRows = z.array(z.object({ chair: z.boolean(), gender: z.enum(GENDERS), people: z.number().int() }));

/**
 * Seats on the panels at work now: of vacancies that are neither decided nor closed; chairs apart, by gender as the
 * secretariat knows it. Who sits on two panels counts on each.
 */
export async function countPanelSeats() {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT m."chair", m."gender"::text AS "gender", count(*)::int AS "people"
    FROM "PanelMember" m
    JOIN "Panel" p ON p."id" = m."panelId"
    JOIN "Vacancy" v ON v."id" = p."vacancyId"
    WHERE v."state" NOT IN ('decided', 'closed')
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return seatRows.parse(rows);
}
