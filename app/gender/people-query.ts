import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";

/** The longest stretch of a trend: thirty years, whose months can still be read. */
const MOST_YEARS = 30;
/** How far back a trend goes unless its beginning is named. */
const USUAL_YEARS = 5;

/** The same day so many years before; of 29 February the 28th. */
export function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  const same = `${year}${day.slice(4)}`;
  return Number.isNaN(Date.parse(same)) || new Date(same).toISOString().slice(0, 10) !== same
    ? `${year}-02-28`
    : same;
}

/**
 * What the page of people is asked for in its address: a day of which stocks are, and the stretch of months of a trend. What
 * is left out is today, and the five years up to the day.
 *
 * @returns days as ISO dates, none of them ahead and the first of the trend not after its last; 30 years apart at most
 */
export const peopleQuerySchema = (today: string) => {
  const day = formDay.refine((one) => one <= today, { message: "dayAhead" });
  return z
    .object({ on: day.optional(), from: day.optional(), to: day.optional() })
    .transform(({ on = today, to = on, from = yearsBefore(to, USUAL_YEARS) }) => ({ on, from, to }))
    .superRefine(({ from, to }, context) => {
      const wrong = (message: string) => context.addIssue({ code: "custom", path: ["from"], message });
      if (from > to) wrong("untilBeforeFrom");
      else if (from < yearsBefore(to, MOST_YEARS)) wrong("periodLong");
    });
};
export type PeopleQuery = z.output<ReturnType<typeof peopleQuerySchema>>;
