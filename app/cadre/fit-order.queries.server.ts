import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { type Demand, figuresOf } from "./demand.ts";
import { FIT_GROUPS, FIT_WEIGHTS, READINESS_WORTH } from "./fit.ts";
import { READINESS_LEVELS } from "./readiness.ts";
import { fitCountsSql } from "./valid-readiness.queries.server.ts";

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

/** Whether each figure that is asked is met; null where it is not known. Of the alias "f" of "MemberFit". */
const verdicts = ({ years, missions, days, languages }: ReturnType<typeof figuresOf>) =>
  [
    years === null ? null : Prisma.sql`f."seniorYears" >= ${years}`,
    missions === null ? null : Prisma.sql`f."fieldMissions" >= ${missions}`,
    days === null ? null : Prisma.sql`f."deployableWithin" <= ${days}`,
    ...languages.map(({ code, level }) => speaksSql(code, level)),
  ].filter((one) => one !== null);

const speaksSql = (code: string, level: number) =>
  Prisma.sql`CASE WHEN f."spoken" <> '{}' THEN ${`${code}:${level}`} = ANY (f."spoken") END`;

const sum = (parts: readonly Prisma.Sql[]) =>
  parts.length === 0 ? Prisma.sql`0` : Prisma.join([...parts], " + ");

/** Of a language, level 2 of 3. */
const WORKING_LEVEL = 2;

/** Columns that hold each of some answers, so that none is worked out twice, and their names. */
function columnsOf(prefix: string, answers: readonly Prisma.Sql[]) {
  const names = answers.map((_, n) => Prisma.raw(`"${prefix}${n}"`));
  return { names, sql: answers.map((answer, n) => Prisma.sql`${answer} AS ${names[n]},`) };
}

/**
 * What panels found of the member of the alias "y", by the mission's needs: only where the member agrees, and from
 * decided cases that the reader may see.
 */
const evidenceSql = (needs: Demand["needs"], reader: string) => Prisma.sql`
  SELECT sum((f."level" - 1)::float8 / (b."levels" - 1) * (n.value)::float8) / sum((n.value)::float8) AS "share"
  FROM "Candidacy" ca
  JOIN "Vacancy" v ON v."id" = ca."vacancyId" AND v."state" IN ('decided', 'closed')
  JOIN "FindingCriterion" f ON f."candidacyId" = ca."id" AND f."level" IS NOT NULL
  JOIN "Criterion" k ON k."id" = f."criterionId"
  JOIN "Rubric" b ON b."id" = k."rubricId"
  JOIN jsonb_each_text(${JSON.stringify(needs)}::jsonb) n ON n.key = k."code" AND (n.value)::int > 0
  WHERE y."open" AND y."assessments" AND ca."personId" = y."personId" AND ca."state" <> 'merged'
    AND NOT EXISTS (SELECT FROM "Conflict" x JOIN "PanelMember" z ON z."id" = x."memberId"
      WHERE x."candidacyId" = ca."id" AND z."userId" = ${reader})`;

/** Everybody found ready with everything but the evidence, "base" being the score where panels found nothing good. */
function readySql({ roleKindCode, missionLanguages, hostCodes, wantedOn, ...demand }: Demand) {
  const asked = columnsOf("asked", verdicts(figuresOf({ ...demand, hostCodes })));
  const spoken = columnsOf(
    "speaks",
    missionLanguages.map((code) => speaksSql(code, WORKING_LEVEL)),
  );
  const columns = [...asked.sql, ...spoken.sql];
  const share =
    spoken.names.length === 0
      ? Prisma.sql`1::float8`
      : Prisma.sql`(${sum(spoken.names.map((one) => Prisma.sql`${one}::int`))})::float8 / ${spoken.names.length}::int`;
  return Prisma.sql`
    stated AS (
      SELECT f."membershipId", f."personId", f."assessments", f."level",
        CASE f."gender" WHEN 'woman' THEN 'women' WHEN 'man' THEN 'men' ELSE 'others' END AS "group",
        ${columns.length === 0 ? Prisma.empty : Prisma.join(columns, " ")}
        CASE WHEN f."impossibleStates" && ${[...hostCodes]}::text[] THEN false
          WHEN f."roleKindCodes" <> '{}' AND ${roleKindCode} <> ALL (f."roleKindCodes") THEN false
          WHEN f."availableFrom" > ${wantedOn}::date OR f."availableUntil" < ${wantedOn}::date THEN false
          WHEN f."availableFrom" IS NULL THEN NULL ELSE true END AS "available"
      FROM "MemberFit" f WHERE f."roleKindCode" = ${roleKindCode} AND ${fitCountsSql()} OFFSET 0
    ), judged AS (
      SELECT "membershipId", "personId", "assessments", "level", "group", "available", ${share} AS "languages",
        ${asked.names.length}::int AS "asked", ${sum(asked.names.map((one) => Prisma.sql`(${one} IS TRUE)::int`))} AS "met",
        ${sum(asked.names.map((one) => Prisma.sql`(${one} IS NULL)::int`))} AS "unknown"
      FROM stated OFFSET 0
    ), ready AS MATERIALIZED (
      SELECT *, ${FIT_WEIGHTS.readiness}::float8 * CASE "level" WHEN 'now' THEN ${READINESS_WORTH.now}::float8
          WHEN 'oneToTwoYears' THEN ${READINESS_WORTH.oneToTwoYears}::float8
          ELSE ${READINESS_WORTH.threeToFiveYears}::float8 END
        + ${FIT_WEIGHTS.requirements}::float8
          * CASE "asked" WHEN 0 THEN 1 ELSE ("met" + 0.5::float8 * "unknown") / "asked" END
        + ${FIT_WEIGHTS.languages}::float8 * coalesce("languages", 0.5)
        + ${FIT_WEIGHTS.available}::float8 * CASE WHEN "available" THEN 1 WHEN NOT "available" THEN 0 ELSE 0.5 END AS "base"
      FROM judged
    )`;
}

/**
 * Members found ready for a kind of post in order of fit, a page of each group: one statement, whatever their number.
 * The order is `fitScore` of fit.ts; neither gender nor nationality is in it, and the groups only lay it out.
 *
 * What panels found adds ten points at most. It is looked up only where the place of somebody on the page can hang on it:
 * of who stays behind the last of a group's page with all ten, or before its first with none, it is not.
 *
 * @param page from 1; each group has its own ten of it
 */
export async function orderByFit(actor: Pick<Actor, "userId">, demand: Demand, page: number) {
  const { last, first } = { last: page * FIT_PER_PAGE, first: (page - 1) * FIT_PER_PAGE };
  const found = await database().$queryRaw<unknown[]>`
    WITH ${readySql(demand)}, shown AS MATERIALIZED (
      SELECT "group", count(*)::int AS "inGroup", coalesce(max("base") FILTER (WHERE "nth" = ${last}::int), min("base")) AS "floor",
        max("base") FILTER (WHERE "nth" = ${first + 1}::int) + ${FIT_WEIGHTS.evidence}::float8 AS "ceiling"
      FROM (SELECT "group", "base", row_number() OVER (PARTITION BY "group" ORDER BY "base" DESC) AS "nth" FROM ready) x
      GROUP BY "group"
    ), near AS MATERIALIZED (
      SELECT y.*, found."share" AS "evidence",
        y."base" + ${FIT_WEIGHTS.evidence}::float8 * coalesce(found."share", 0.5) AS "score"
      FROM (
        SELECT r.*, EXISTS (SELECT FROM shown s WHERE r."base" <= s."ceiling"
          AND r."base" + ${FIT_WEIGHTS.evidence}::float8 >= s."floor") AS "open"
        FROM ready r WHERE r."base" + ${FIT_WEIGHTS.evidence}::float8
          >= (SELECT min("floor") FROM shown WHERE "ceiling" IS NOT NULL) OFFSET 0
      ) y LEFT JOIN LATERAL (${evidenceSql(demand.needs, actor.userId ?? "")}) found ON true
    ), placed AS (
      SELECT *, rank() OVER (ORDER BY round("score"::numeric, 6) DESC)::int AS "place",
        row_number() OVER (PARTITION BY "group" ORDER BY round("score"::numeric, 6) DESC, "membershipId") AS "nth"
      FROM near
    )
    SELECT p."membershipId", p."group", p."level"::text, p."score", p."place", c."inGroup", p."asked", p."met",
      p."unknown", p."languages"::float8, p."evidence", p."available",
      (SELECT sum("inGroup")::int FROM shown) AS "of"
    FROM placed p JOIN shown c ON c."group" = p."group"
    WHERE p."nth" > ${first}::int AND p."nth" <= ${last}::int
    ORDER BY p."group", p."nth"`;
  return rows.parse(found);
}

export type OrderedMember = Awaited<ReturnType<typeof orderByFit>>[number];
