import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";

/** The term of an appointment, first and last day. */
export const appointmentSchema = z
  .object({ startsOn: formDay, endsOn: formDay })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, { path: ["endsOn"], message: "endsBeforeStart" })
  .refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) <= MOST_DAYS, {
    path: ["endsOn"],
    message: "termTooLong",
  });
export type Term = z.output<typeof appointmentSchema>;

/** Appointments at this level are made for up to five years, renewable (Staff Regulation 4.5 (a)). */
const MOST_DAYS = 5 * 365 + 2;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether two terms share a day. Days are ISO dates, both ends included. */
export const termsOverlap = (a: Term, b: Term): boolean => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
