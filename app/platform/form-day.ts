import { z } from "zod";

/** The days that a form takes: from the year of the Charter to the end of this century, both included. */
export const FORM_DAYS = { first: "1945-01-01", last: "2100-12-31" } as const;

const within = (day: string) => day >= FORM_DAYS.first && day <= FORM_DAYS.last;

/** A day as a form posts it, "YYYY-MM-DD": one that the database holds, and that nobody typed by a slip of a digit. */
export const formDay = z.iso.date({ abort: true }).refine(within, { message: "dayFar" });
