import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import type { ReferenceTarget } from "./target.ts";
import {
  lastDayOf,
  shareIn,
  UNIFORMED_CATEGORIES,
  UNIFORMED_SUBJECTS,
  type UniformedCategory,
  womenAndMenOf,
} from "./uniformed.ts";

/** Women and men of one category in one month, which is given by its first day. */
export interface TrendRow {
  readonly month: string;
  readonly category: UniformedCategory;
  readonly women: number;
  readonly men: number;
}

const given = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the page of uniformed personnel is asked for in its address; what does not fit is left out. */
export const uniformedQuerySchema = z.object({
  month: given(formDay.transform((day) => `${day.slice(0, 7)}-01`)),
  category: given(z.enum(UNIFORMED_CATEGORIES)),
  mission: given(z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/)),
  state: given(z.string().regex(/^[A-Z]{2}$/)),
});
export type UniformedQuery = z.output<typeof uniformedQuerySchema>;

/** The share of women in each category, month by month, 0 to 1; null in a month that does not tell the category. */
export function shareSeries(rows: readonly TrendRow[], only?: UniformedCategory) {
  const months = [...new Set(rows.map(({ month }) => month))].toSorted();
  const shares = new Map(rows.map((row) => [`${row.category} ${row.month}`, shareIn(row)]));
  const told = new Set(rows.map(({ category }) => category));
  return {
    months,
    series: UNIFORMED_CATEGORIES.filter((one) => told.has(one) && (!only || only === one)).map(
      (category) => ({
        category,
        values: months.map((month) => shares.get(`${category} ${month}`) ?? null),
      }),
    ),
  };
}

/**
 * What stood at a target's date: women and men in the last month told up to it and, for a multiple, the women of the
 * last month of its baseline year. Null where no month of that year is told: an older one would not be an answer.
 */
export function countedAtDue(
  rows: readonly TrendRow[],
  { subject, due, baselineYear }: Pick<ReferenceTarget, "subject" | "due" | "baselineYear">,
) {
  const categories = UNIFORMED_SUBJECTS[subject] ?? [];
  const lastMonth = (year: string) =>
    rows.findLast(({ month }) => month.startsWith(year) && month <= due)?.month;
  const countedIn = (month: string | undefined) =>
    month === undefined
      ? null
      : womenAndMenOf(
          rows.filter((row) => row.month === month),
          categories,
        );
  const month = lastMonth(due.slice(0, 4));
  const counted = countedIn(month);
  if (month === undefined || counted === null) return null;
  const baseline = baselineYear === null ? null : countedIn(lastMonth(String(baselineYear)));
  return { on: lastDayOf(month), counted: { ...counted, baselineWomen: baseline?.women ?? null } };
}

/** Months from the first of some months to the month of a day; null where that lies before them or after. */
export function positionOf(months: readonly string[], day: string): number | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const index = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  return index(day) < index(first) || index(day) > index(last) ? null : index(day) - index(first);
}
