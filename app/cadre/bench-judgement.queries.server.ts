import { Prisma } from "#app/generated/prisma/client.ts";
import { endsWithinYear } from "./bench.ts";
import type { PostDemand } from "./demand.queries.server.ts";
import { figuresOf } from "./demand.ts";
import { fitCountsSql } from "./valid-readiness.queries.server.ts";

/** What each post asks, in the figures that the database compares. */
export const demandsOf = (posts: readonly PostDemand[], day: string) =>
  posts.map(({ id, demand, endsOn }) => {
    const { years, missions, days, languages, barred } = figuresOf(demand);
    return {
      ...{ postId: id, roleKindCode: demand.roleKindCode, years, missions, days, barred },
      spoken: languages.map(({ code, level }) => `${code}:${level}`),
      hosts: demand.hostCodes,
      ends: endsWithinYear(endsOn, day),
    };
  });

/**
 * Whether the time in which a member says they are free meets the time for which they are found ready: the year to come,
 * one to two years from now, or three to five. What they have not said stands against nobody. Of the alias "x" of
 * "MemberFit".
 */
const freeSql = (day: string) => {
  const at = (now: string, soon: string, later: string) => Prisma.sql`${day}::date + CASE x."level"
    WHEN 'now' THEN ${now}::interval WHEN 'oneToTwoYears' THEN ${soon}::interval ELSE ${later}::interval END`;
  return Prisma.sql`coalesce(x."availableFrom" <= ${at("1 year", "2 years", "5 years")}, true)
    AND coalesce(x."availableUntil" > ${at("0", "1 year", "3 years")}, true)`;
};

/**
 * The members behind each post, as the named query `judged`: "meets" is true where everything that the post asks in
 * figures is known to be met and the member has not said that they are not free, false where something is not, null where
 * something is not on file and nothing is against it. That is how SQL itself reckons with what is not known.
 */
export const judgedSql = (demands: ReturnType<typeof demandsOf>, day: string) => Prisma.sql`
    demand AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(demands)}::jsonb) AS d("postId" text, "roleKindCode" text,
        "years" int, "missions" int, "days" int, "barred" text[], "hosts" text[], "spoken" text[], "ends" boolean)
    ), member AS MATERIALIZED (
      SELECT f.* FROM "MemberFit" f
      WHERE ${fitCountsSql(day)} AND f."roleKindCode" IN (SELECT "roleKindCode" FROM demand)
    ), judged AS (
      SELECT d."postId", d."roleKindCode", d."ends", x."membershipId" AS "id", x."level", x."gender",
        NOT (x."nationalities" && d."barred") AND NOT (x."impossibleStates" && d."hosts")
        AND ${freeSql(day)}
        AND (x."roleKindCodes" = '{}' OR d."roleKindCode" = ANY (x."roleKindCodes"))
        AND (d."years" IS NULL OR x."seniorYears" >= d."years")
        AND (d."missions" IS NULL OR x."fieldMissions" >= d."missions")
        AND (d."days" IS NULL OR x."deployableWithin" <= d."days")
        AND CASE WHEN d."spoken" = '{}' THEN true WHEN x."spoken" <> '{}' THEN x."spoken" @> d."spoken" END AS "meets"
      FROM demand d JOIN member x ON x."roleKindCode" = d."roleKindCode"
    )`;
