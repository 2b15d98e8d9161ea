import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { type Demand, figuresOf } from "./demand.ts";
import { FIT_GROUPS, FIT_WEIGHTS, READINESS_WORTH } from "./fit.ts";
import { READINESS_LEVELS } from "./readiness.ts";
import { countsSql, holdsSql } from "./valid-readiness.queries.server.ts";

/** Members shown of each group on a page. */
export const FIT_PER_PAGE = 10;

const rows = z.array(
  z.object({
    membershipId: z.uuid(),
    group: z.enum(FIT_GROUPS),
    level: z.enum(READINESS_LEVELS),
    score: z.number(),
    place: z.number().int(),
    of: z.number().int(),
    inGroup: z.number().int(),
    asked: z.number().int(),
    met: z.number().int(),
    unknown: z.number().int(),
    languages: z.number().nullable(),
    evidence: z.number().nullable(),
    available: z.boolean().nullable(),
  }),
);

/** 1 where it is met, 0 where not, null where it is not known. */
const verdicts = ({ years, missions, days, languages }: ReturnType<typeof figuresOf>) => {
  const asked = [
    years === null ? null : Prisma.sql`(m."seniorYears" >= ${years})`,
    missions === null ? null : Prisma.sql`(m."fieldMissions" >= ${missions})`,
    days === null ? null : Prisma.sql`(m."deployableWithin" <= ${days})`,
    ...languages.map(
      ({ code, level }) =>
        Prisma.sql`(spoken."levels" IS NULL AND NULL OR coalesce((spoken."levels"->>${code})::int, 0) >= ${level})`,
    ),
  ].filter((one) => one !== null);
  return asked;
};

const sum = (parts: readonly Prisma.Sql[]) =>
  parts.length === 0 ? Prisma.sql`0` : Prisma.join([...parts], " + ");

/**
 * What panels found, by the mission's needs, of everybody in `ready`: only where the member agrees, and from decided
 * cases that the reader may see.
 */
const evidenceSql = (needs: Demand["needs"], reader: string) => Prisma.sql`
  SELECT y."id", sum((f."level" - 1)::float8 / (b."levels" - 1) * (n.value)::float8) / sum((n.value)::float8) AS "share"
  FROM ready y
  JOIN "CadreConsent" c ON c."membershipId" = y."id" AND c."purpose" = 'assessments' AND c."given"
  JOIN "Candidacy" ca ON ca."personId" = y."personId" AND ca."state" <> 'merged'
  JOIN "Vacancy" v ON v."id" = ca."vacancyId" AND v."state" IN ('decided', 'closed')
  JOIN "FindingCriterion" f ON f."candidacyId" = ca."id" AND f."level" IS NOT NULL
  JOIN "Criterion" k ON k."id" = f."criterionId"
  JOIN "Rubric" b ON b."id" = k."rubricId"
  JOIN jsonb_each_text(${JSON.stringify(needs)}::jsonb) n ON n.key = k."code" AND (n.value)::int > 0
  WHERE NOT EXISTS (SELECT FROM "Conflict" x JOIN "PanelMember" z ON z."id" = x."memberId"
    WHERE x."candidacyId" = ca."id" AND z."userId" = ${reader})
  GROUP BY y."id"`;

/**
 * Members found ready for a kind of post in order of fit, a page of each group: one statement, whatever their number.
 * The order is `fitScore` of fit.ts; neither gender nor nationality is in it, and the groups only lay it out.
 *
 * @param page from 1; each group has its own ten of it
 */
export async function orderByFit(actor: Pick<Actor, "userId">, demand: Demand, page: number) {
  const asked = verdicts(figuresOf(demand));
  const met = sum(asked.map((one) => Prisma.sql`(${one} IS TRUE)::int`));
  const unknown = sum(asked.map((one) => Prisma.sql`(${one} IS NULL)::int`));
  const { roleKindCode, missionLanguages, hostCodes, needs, wantedOn } = demand;
  const [tongues, hosts] = [[...missionLanguages], [...hostCodes]];
  const found = await database().$queryRaw<unknown[]>`
    WITH ready AS MATERIALIZED (
      SELECT m."id", m."personId", m."seniorYears", m."fieldMissions", m."deployableWithin", m."availableFrom",
        m."availableUntil", m."impossibleStates", m."roleKindCodes", r."level", p."gender"
      FROM "Readiness" r
      JOIN "CadreMembership" m ON m."id" = r."membershipId"
      JOIN "Person" p ON p."id" = m."personId"
      WHERE r."roleKindCode" = ${roleKindCode} AND ${holdsSql()} AND ${countsSql()}
    ), spoken AS (
      SELECT l."personId", jsonb_object_agg(l."languageCode", l."level") AS "levels"
      FROM "PersonLanguage" l JOIN ready y ON y."personId" = l."personId" GROUP BY l."personId"
    ), found AS (${evidenceSql(needs, actor.userId ?? "")}
    ), member AS (
      SELECT m."id" AS "membershipId", m."level", m."gender",
        ${asked.length}::int AS "asked", ${met} AS "met", ${unknown} AS "unknown",
        CASE WHEN ${tongues.length}::int = 0 THEN 1 WHEN spoken."levels" IS NULL THEN NULL ELSE (
          SELECT count(*) FILTER (WHERE coalesce((spoken."levels"->>t.code)::int, 0) >= 2)::float8 / ${tongues.length}::int
          FROM unnest(${tongues}::text[]) t(code)) END AS "languages",
        found."share" AS "evidence",
        CASE WHEN m."impossibleStates" && ${hosts}::text[] THEN false
          WHEN m."roleKindCodes" <> '{}' AND ${roleKindCode} <> ALL (m."roleKindCodes") THEN false
          WHEN m."availableFrom" > ${wantedOn}::date OR m."availableUntil" < ${wantedOn}::date THEN false
          WHEN m."availableFrom" IS NULL THEN NULL ELSE true END AS "available"
      FROM ready m
      LEFT JOIN spoken ON spoken."personId" = m."personId"
      LEFT JOIN found ON found."id" = m."id"
    ), scored AS (
      SELECT *, CASE "gender" WHEN 'woman' THEN 'women' WHEN 'man' THEN 'men' ELSE 'others' END AS "group",
        ${FIT_WEIGHTS.readiness}::float8 * CASE "level" WHEN 'now' THEN ${READINESS_WORTH.now}::float8
          WHEN 'oneToTwoYears' THEN ${READINESS_WORTH.oneToTwoYears}::float8
          ELSE ${READINESS_WORTH.threeToFiveYears}::float8 END
        + ${FIT_WEIGHTS.requirements}::float8
          * CASE "asked" WHEN 0 THEN 1 ELSE ("met" + 0.5::float8 * "unknown") / "asked" END
        + ${FIT_WEIGHTS.languages}::float8 * coalesce("languages", 0.5)
        + ${FIT_WEIGHTS.evidence}::float8 * coalesce("evidence", 0.5)
        + ${FIT_WEIGHTS.available}::float8 * coalesce("available"::int, 0.5) AS "score"
      FROM member
    ), placed AS (
      SELECT *, rank() OVER (ORDER BY round("score"::numeric, 6) DESC)::int AS "place",
        count(*) OVER ()::int AS "of", count(*) OVER (PARTITION BY "group")::int AS "inGroup",
        row_number() OVER (PARTITION BY "group" ORDER BY round("score"::numeric, 6) DESC, "membershipId") AS "nth"
      FROM scored
    )
    SELECT "membershipId", "group", "level"::text, "score", "place", "of", "inGroup", "asked", "met", "unknown",
      "languages"::float8, "evidence", "available"
    FROM placed WHERE "nth" > ${(page - 1) * FIT_PER_PAGE}::int AND "nth" <= ${page * FIT_PER_PAGE}::int
    ORDER BY "group", "nth"`;
  return rows.parse(found);
}

export type OrderedMember = Awaited<ReturnType<typeof orderByFit>>[number];
