import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { type CategoryCount, lastDayOf, UNIFORMED_CATEGORIES, type UniformedCategory } from "./uniformed.ts";

export const UNIFORMED_STATES_PER_PAGE = 30;

/** Months of a trend: ten years. */
const TREND_MONTHS = 120;

const isoDay = z.date().transform((date) => date.toISOString().slice(0, 10));
const people = z.number().int();
const monthRows = z.array(
  z.object({ month: isoDay, category: z.enum(UNIFORMED_CATEGORIES), women: people, men: people }),
);

/** What the figures are narrowed to; a part that is not given is all of it. */
export interface UniformedFilter {
  readonly mission?: string | undefined;
  readonly state?: string | undefined;
}

/**
 * Months in which categories are told, each in its best cut: one that tells missions and states before one that tells
 * categories alone. Narrowed to a mission or a state only the former can answer.
 */
const standingMonths = ({ mission, state }: UniformedFilter) => {
  const cuts = mission || state ? Prisma.sql`'full'` : Prisma.sql`'full', 'category'`;
  return Prisma.sql`
    SELECT DISTINCT ON (m."month") m."id", m."month" FROM "UniformedMonth" m
    WHERE m."supersededAt" IS NULL AND m."cut"::text IN (${cuts})
    ORDER BY m."month" DESC, m."cut"`;
};

const within = ({ mission, state }: UniformedFilter) => Prisma.sql`
  ${mission ? Prisma.sql`AND c."missionAcronym" = ${mission}` : Prisma.empty}
  ${state ? Prisma.sql`AND c."stateCode" = ${state}` : Prisma.empty}`;

/** Women and men by month and category, the latest months up to ten years of them, in their order. */
export async function readUniformedTrend(filter: UniformedFilter) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT m."month", c."category"::text AS "category", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
    FROM (SELECT * FROM (${standingMonths(filter)}) every ORDER BY "month" DESC LIMIT ${TREND_MONTHS}) m
    JOIN "UniformedCount" c ON c."monthId" = m."id"
    WHERE c."category" IS NOT NULL ${within(filter)}
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return monthRows.parse(rows);
}

/**
 * Women and men by category in every month told of some years: what stood at a target's date and in its baseline year, however
 * many months were told since.
 */
export async function readUniformedYears(years: readonly number[]) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT m."month", c."category"::text AS "category", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
    FROM (${standingMonths({})}) m
    JOIN "UniformedCount" c ON c."monthId" = m."id"
    WHERE c."category" IS NOT NULL AND extract(year FROM m."month")::int = ANY(${[...new Set(years)]})
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return monthRows.parse(rows);
}

/** Totals by category of one month. */
interface Totals {
  /** The last day of the month, ISO. */
  readonly month: string;
  readonly counts: readonly CategoryCount[];
}

/** The latest month's totals, and those of the last month told of each year asked for: what baselines are taken from. */
export async function readUniformedTotals(baselineYears: readonly number[]): Promise<{
  readonly latest: Totals | null;
  readonly baselines: readonly { readonly year: number; readonly counts: readonly CategoryCount[] }[];
}> {
  const years = [...new Set(baselineYears)];
  const rows = monthRows.parse(
    await database().$queryRaw<unknown[]>`
      SELECT m."month", c."category"::text AS "category", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
      FROM (${standingMonths({})}) m
      JOIN "UniformedCount" c ON c."monthId" = m."id"
      WHERE c."category" IS NOT NULL AND m."month" IN (
        SELECT max(k."month") FROM "UniformedMonth" k
        WHERE k."supersededAt" IS NULL AND k."cut"::text IN ('full', 'category')
        UNION
        SELECT max(k."month") FROM "UniformedMonth" k
        WHERE k."supersededAt" IS NULL AND k."cut"::text IN ('full', 'category')
          AND extract(year FROM k."month")::int = ANY(${years})
        GROUP BY extract(year FROM k."month")
      )
      GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const months = [...new Set(rows.map(({ month }) => month))];
  const of = (month: string) => rows.filter((row) => row.month === month);
  const latest = months.at(-1);
  return {
    latest: latest === undefined ? null : { month: lastDayOf(latest), counts: of(latest) },
    baselines: years.flatMap((year) => {
      const month = months.find((one) => one.startsWith(`${year}-`));
      return month === undefined ? [] : [{ year, counts: of(month) }];
    }),
  };
}

/** The months there are figures of, the latest first, and whether each can be broken down by mission. */
export async function listUniformedMonths() {
  const months = await database().uniformedMonth.findMany({
    where: { supersededAt: null },
    orderBy: [{ month: "desc" }, { cut: "asc" }],
    select: { month: true, cut: true },
  });
  return months.map(({ month, cut }) => ({ month: month.toISOString().slice(0, 10), cut }));
}

const missionRows = z.array(z.object({ mission: z.string(), women: people, men: people }));
const stateRows = z.array(
  z.object({ code: z.string(), nameEn: z.string(), nameFr: z.string(), women: people, men: people }),
);

interface MonthFilter extends UniformedFilter {
  readonly month: string;
  readonly category?: UniformedCategory | undefined;
}

const ofCategory = ({ category }: MonthFilter) =>
  category ? Prisma.sql`AND c."category"::text = ${category}` : Prisma.empty;

/** Women and men of one month by mission, the largest first; empty where the month was not told by mission. */
export async function listUniformedMissions(filter: MonthFilter) {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT c."missionAcronym" AS "mission", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
    FROM "UniformedMonth" m JOIN "UniformedCount" c ON c."monthId" = m."id"
    WHERE m."supersededAt" IS NULL AND m."cut" = 'full' AND m."month" = ${filter.month}::date
      ${ofCategory(filter)} ${within(filter)}
    GROUP BY 1 ORDER BY sum(c."women" + c."men") DESC, 1`;
  return missionRows.parse(rows);
}

/** Women and men of one month by contributing state, the largest first: a page of them, or every one. */
export async function listUniformedStates(filter: MonthFilter, page: number | "all") {
  const whole = !filter.mission && !filter.category;
  const cuts = whole ? Prisma.sql`'full', 'state'` : Prisma.sql`'full'`;
  const rows = await database().$queryRaw<unknown[]>`
    SELECT s."code", s."nameEn", s."nameFr", sum(c."women")::int AS "women", sum(c."men")::int AS "men",
      count(*) OVER ()::int AS "all"
    FROM (
      SELECT m."id" FROM "UniformedMonth" m
      WHERE m."supersededAt" IS NULL AND m."cut"::text IN (${cuts}) AND m."month" = ${filter.month}::date
      ORDER BY m."cut" LIMIT 1
    ) m
    JOIN "UniformedCount" c ON c."monthId" = m."id" JOIN "State" s ON s."code" = c."stateCode"
    WHERE true ${ofCategory(filter)} ${within(filter)}
    GROUP BY 1, 2, 3 ORDER BY sum(c."women" + c."men") DESC, 1
    ${page === "all" ? Prisma.empty : Prisma.sql`LIMIT ${UNIFORMED_STATES_PER_PAGE} OFFSET ${(page - 1) * UNIFORMED_STATES_PER_PAGE}`}`;
  const [first] = z.array(z.object({ all: z.number() })).parse(rows);
  return { total: first?.all ?? 0, states: stateRows.parse(rows) };
}
