import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { twelveMonthsTo } from "./balance.ts";

/** Which vacancies are pooled: those decided in the period, or those whose call opened in it, running ones among them. */
export const SELECTION_BASES = ["decided", "opened"] as const;

/** Longer periods are refused: ten years, more than any figure here is kept for. */
const MOST_DAYS = 3660;

const DAY = 86_400_000;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

/**
 * What the selection figures are asked for in the address, every part with a default: vacancies decided in the twelve months to
 * today, of every role and level. Both days count.
 */
export const selectionQuerySchema = (today: string) => {
  const { startsOn } = twelveMonthsTo(today);
  return z
    .object({
      basis: z.enum(SELECTION_BASES).default("decided"),
      from: formDay.default(startsOn),
      to: formDay.default(today),
      role: z.string().max(60).optional(),
      level: z.string().max(20).optional(),
    })
    .refine(({ from, to }) => days(from, to) >= 0, { path: ["to"], message: "untilBeforeFrom" })
    .refine(({ from, to }) => days(from, to) <= MOST_DAYS, { path: ["to"], message: "periodTooLong" });
};
export type SelectionQuery = z.output<ReturnType<typeof selectionQuerySchema>>;
