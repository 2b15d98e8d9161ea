import { Temporal } from "temporal-polyfill";
import { FORM_DAYS } from "./form-day.ts";

/** The time zones a time can be stated in: those the runtime knows, by IANA name. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

/** Whether this is a time zone that the runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const isFar = (local: string) => local < FORM_DAYS.first || local.slice(0, 10) > FORM_DAYS.last;

/**
 * The instant at which clocks in a zone show a time, as a browser's picker posts it (`2026-12-01T17:00`).
 *
 * @returns null where no clock of that zone ever shows it (the hour left out in spring), where it would mean two
 *   instants (the hour repeated in autumn), where it is no date at all, or none that a form takes
 */
export function instantOf(local: string, timeZone: string): Date | null {
  try {
    if (isFar(local)) return null;
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: "reject" });
    return new Date(zoned.epochMilliseconds);
  } catch {
    return null;
  }
}

/**
 * Every instant at which clocks in a zone show a time (`2026-12-01T17:00`), the earlier first: one on most days, none in
 * the hour left out in spring, two in the hour repeated in autumn; none where it is no date, or none that a form takes.
 */
export function instantsOf(local: string, timeZone: string): readonly Date[] {
  try {
    if (isFar(local)) return [];
    const wanted = Temporal.PlainDateTime.from(local);
    const found = (["earlier", "later"] as const)
      .map((disambiguation) => wanted.toZonedDateTime(timeZone, { disambiguation }))
      .filter((zoned) => zoned.toPlainDateTime().equals(wanted))
      .map(({ epochMilliseconds }) => epochMilliseconds);
    return [...new Set(found)].map((milliseconds) => new Date(milliseconds));
  } catch {
    return [];
  }
}

/** What clocks in a zone show at an instant, as a browser's picker takes it: `2026-12-01T17:00`. */
export const localTimeOf = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
