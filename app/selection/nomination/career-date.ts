import { z } from "zod";

/** When a post or a mission began and ended: years, months 1 to 12 where they are known; no end means it goes on. */
export interface ServiceSpan {
  readonly startYear: number;
  readonly startMonth?: number | null;
  readonly endYear: number | null;
  readonly endMonth?: number | null;
}

/** A beginning and an end as they are typed: "YYYY", "YYYY-MM" or "YYYY-MM-DD"; empty where there is none. */
export interface TypedSpan {
  readonly from: string;
  readonly to: string;
}

const WRITTEN = /^(?:19[5-9]\d|20\d{2})(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/** Whether a text is a year from 1950 on, a month or a day of one: ISO 8601, as precise as it is known. */
export const isCareerDate = (text: string): boolean =>
  WRITTEN.test(text) && (text.length < 10 || z.iso.date().safeParse(text).success);

/** A date of a career as a form posts it; empty where there is none. */
export const careerDate = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || isCareerDate(text), "careerDate");

/** What is wrong with a span that is otherwise well written: it begins or ends after `today`, or ends before it begins. */
export function spanFaults(
  { from, to }: TypedSpan,
  today: string,
): readonly { readonly path: "from" | "to"; readonly code: string }[] {
  const future = (["from", "to"] as const)
    .filter((path) => isAfter({ from, to }[path], today))
    .map((path) => ({ path, code: "dateInFuture" }));
  if (future.length > 0) return future;
  return to !== "" && isAfter(from, to) ? [{ path: "to", code: "endsBeforeStart" }] : [];
}

/** Says beside a row's own fields what is wrong with its span. */
export function sayFaults(
  span: TypedSpan,
  today: string,
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) {
  for (const { path, code } of spanFaults(span, today))
    context.addIssue({ code: "custom", path: [path], message: code });
}

/** Whether one date is after another by what both of them say: 2015 is not after 2015-03, nor the other way round. */
function isAfter(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) > other.slice(0, known);
}

/** A well written span as it is kept. The month is kept, a day is not: nothing here is counted in days. */
export function spanOf({ from, to }: TypedSpan): Required<ServiceSpan> {
  const [startYear = 0, startMonth = null] = partsOf(from);
  const [endYear = null, endMonth = null] = partsOf(to);
  return { startYear, startMonth, endYear, endMonth };
}

const partsOf = (text: string): readonly number[] =>
  text === "" ? [] : text.split("-").slice(0, 2).map(Number);

/** A kept date as text: "2015-03", "2015" where the month is not known, empty where there is none. */
export function careerDateText(year: number | null | undefined, month: number | null | undefined): string {
  if (year == null) return "";
  return month == null ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
}

/** A kept span as it is typed. */
export const typedSpan = ({ startYear, startMonth, endYear, endMonth }: ServiceSpan): TypedSpan => ({
  from: careerDateText(startYear, startMonth),
  to: careerDateText(endYear, endMonth),
});

/**
 * How many whole years the spans cover together, months that two of them share counted once. Where only the years are
 * known a span counts from one January to the other, and within one year as that year.
 *
 * @param today ISO day, up to which what goes on still counts
 */
export function yearsCovered(spans: readonly ServiceSpan[], today: string): number {
  const covered = new Set<number>();
  for (const span of spans) {
    const [first, end] = monthsOf(span, today);
    for (let month = first; month < end; month += 1) covered.add(month);
  }
  return Math.floor(covered.size / 12);
}

/** The months of a span, counted from year 0: the first, and the one after the last. */
function monthsOf(span: ServiceSpan, today: string): readonly [number, number] {
  const { startYear, startMonth, endYear, endMonth } = span;
  const first = startYear * 12 + (startMonth ?? 1) - 1;
  const [year = 0, month = 1] = partsOf(today);
  const present = year * 12 + month - 1;
  if (endYear === null) return [first, Math.max(present, first + 1)];
  if (endMonth != null) return [first, Math.max(endYear * 12 + endMonth - 1, first + 1)];
  return [first, endYear > startYear ? endYear * 12 : (endYear + 1) * 12];
}
