import { closedYear } from "#app/gender/balance.ts";
import { makeYearReport } from "#app/gender/make-year-report.server.ts";
import type { Cast } from "./cast.ts";
import { dayOn, onDay } from "./stage.ts";

/** The officer opens the reports of the last two closed years, which has them made. */
export async function reportOnYears({ officer }: Cast) {
  const last = Number(closedYear(dayOn(0)).startsOn.slice(0, 4));
  for (const year of [last - 1, last]) await onDay(0, () => makeYearReport(officer, year));
}
