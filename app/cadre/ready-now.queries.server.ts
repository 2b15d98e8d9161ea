import type { ProjectedList } from "#app/gender/projection-query.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { countsSql, holdsSql } from "./valid-readiness.queries.server.ts";

const KINDS: { readonly [L in ProjectedList]: Prisma.Sql } = {
  heads: Prisma.sql`k."isHead"`,
  deputies: Prisma.sql`k."isDeputy"`,
  headsAndDeputies: Prisma.sql`(k."isHead" OR k."isDeputy")`,
};

/** Women and men on the bench of a list of posts: members who count and are ready now for one of its kinds of post. */
export async function countReadyNow(list: ProjectedList, day: string = today()) {
  const [row] = await database().$queryRaw<readonly { women: number; men: number }[]>`
    SELECT count(*) FILTER (WHERE p."gender" = 'woman')::int AS "women",
      count(*) FILTER (WHERE p."gender" = 'man')::int AS "men"
    FROM "CadreMembership" m JOIN "Person" p ON p."id" = m."personId"
    WHERE ${countsSql(day)} AND EXISTS (
      SELECT FROM "Readiness" r JOIN "RoleKind" k ON k."code" = r."roleKindCode"
      WHERE r."membershipId" = m."id" AND r."level" = 'now' AND ${holdsSql(day)} AND ${KINDS[list]})`;
  return { women: row?.women ?? 0, men: row?.men ?? 0 };
}
