import { z } from "zod";

/** The lists of posts that can be projected: heads and deputies together and apart. */
export const PROJECTED_LISTS = ["headsAndDeputies", "heads", "deputies"] as const;
export type ProjectedList = (typeof PROJECTED_LISTS)[number];

const percent = (least = 0) => z.coerce.number().min(least).max(100);
const months = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Ten years: the furthest that is looked ahead. */
export const MOST_MONTHS = 120;

/** Months from one day's month to another's. */
export const monthsBetween = (from: string, to: string): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** The day so many months after a day, as the first of its month. */
export function monthAfter(today: string, month: number): string {
  const date = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + month, 1));
  return date.toISOString().slice(0, 10);
}

/**
 * What a projection is asked for in its address, every part with a default. Renewal and term are assumptions, since no
 * rule states them: half of the terms renewed, three years each; appointments at this level last up to five years (Staff
 * Regulation 4.5 (a)). What is left out of `share`, `bench`, `target` and `due` comes from the figures.
 */
export const projectionQuerySchema = (today: string) =>
  z.object({
    list: z.enum(PROJECTED_LISTS).default("headsAndDeputies"),
    renewal: percent().default(50),
    term: months(6, 60).default(36),
    fill: months(1, 24).default(6),
    horizon: months(12, MOST_MONTHS).default(60),
    share: percent().optional(),
    turnover: percent().default(20),
    shortlist: percent().default(50),
    ratio: z.coerce.number().min(0.1).max(10).default(1),
    bench: percent().optional(),
    target: percent(1).optional(),
    due: z.iso
      .date()
      .refine((day) => monthsBetween(today, day) >= 1 && monthsBetween(today, day) <= MOST_MONTHS, {
        message: "dueAhead",
      })
      .optional(),
    seed: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(2242),
  });
export type ProjectionQuery = z.output<ReturnType<typeof projectionQuerySchema>>;
