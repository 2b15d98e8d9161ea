import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { reportingYear } from "./balance.ts";
import { lastDayOf, UNIFORMED_CATEGORIES } from "./uniformed.ts";
import { lastReported, yearReportSchema } from "./year-report.ts";

/** So many closed years are offered; reports that are kept stay beyond them. */
const YEARS_OFFERED = 20;

const people = z.number().int();
const uniformedRows = z.array(
  z.object({
    month: z.date().transform((date) => date.toISOString().slice(0, 10)),
    ...{ category: z.enum(UNIFORMED_CATEGORIES), women: people, men: people },
  }),
);

/** Uniformed personnel by category of the last month told within a reporting year; null where none was. */
export async function readUniformedIn({ startsOn, endsBefore }: { startsOn: string; endsBefore: string }) {
  const rows = uniformedRows.parse(
    await database().$queryRaw<unknown[]>`
    SELECT m."month", c."category"::text AS "category", sum(c."women")::int AS "women", sum(c."men")::int AS "men"
    FROM "UniformedMonth" m JOIN "UniformedCount" c ON c."monthId" = m."id"
    WHERE c."category" IS NOT NULL AND m."id" = (
      SELECT k."id" FROM "UniformedMonth" k
      WHERE k."supersededAt" IS NULL AND k."cut"::text IN ('full', 'category')
        AND k."month" >= ${startsOn}::date AND k."month" < ${endsBefore}::date
      ORDER BY k."month" DESC, k."cut" LIMIT 1)
    GROUP BY 1, 2`,
  );
  const month = rows[0]?.month;
  return month === undefined ? null : { on: lastDayOf(month), counts: rows };
}

const KEPT = { year: true, content: true, contentHash: true, madeAt: true } as const;

/** The kept report of a year; null where it has not been made. */
export async function readYearReport(year: number) {
  const kept = await database().yearReport.findUnique({ where: { year }, select: KEPT });
  return kept && { ...kept, content: yearReportSchema.parse(kept.content) };
}

/**
 * The closed years of which there is or can be a report on a day, the latest first: from the first appointment or decision
 * on, and every one that is kept.
 */
export async function listReportYears(today: string) {
  const [first, decision, kept] = await Promise.all([
    database().appointment.aggregate({ _min: { startsOn: true } }),
    database().decision.aggregate({ _min: { decidedAt: true } }),
    database().yearReport.findMany({ orderBy: { year: "desc" }, select: { year: true, madeAt: true } }),
  ]);
  const starts = [first._min.startsOn, decision._min.decidedAt].flatMap((date) => date ?? []);
  const yearOf = (day: string) => Number(reportingYear(day).startsOn.slice(0, 4));
  const last = lastReported(today);
  const earliest = Math.min(last + 1, ...starts.map((date) => yearOf(date.toISOString().slice(0, 10))));
  const years = Array.from({ length: Math.min(YEARS_OFFERED, last + 1 - earliest) }, (_, n) => last - n);
  return [...new Set([...years, ...kept.map(({ year }) => year)])]
    .toSorted((a, b) => b - a)
    .map((year) => ({
      year,
      madeOn:
        kept
          .find((one) => one.year === year)
          ?.madeAt.toISOString()
          .slice(0, 10) ?? null,
    }));
}
