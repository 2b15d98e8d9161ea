/** Dates, times and figures as a language writes them. Instants are given as ISO 8601 text or `Date`. */
export interface Format {
  /** A calendar day, e.g. "23 Nov 2026". A bare "YYYY-MM-DD" is that day everywhere. */
  date(day: string | Date): string;
  /** An instant in the viewer's zone with the zone named, e.g. "23 Nov 2026, 17:00 GMT+1". */
  dateTime(instant: string | Date, timeZone?: string): string;
  number(value: number, digits?: number): string;
  /** A share between 0 and 1 as a percentage. */
  percent(share: number, digits?: number): string;
  /** Words joined as a list, e.g. "a, b and c". */
  list(items: readonly string[]): string;
  /** An ISO 3166 or ISO 639 code's display name is not taken from here: see the reference tables. */
  readonly locale: string;
  readonly timeZone: string;
}

/** Formats for one language and zone. `en` is written the British way, as the United Nations does. */
export function formatter(locale: string, timeZone: string): Format {
  const tag = locale === "en" ? "en-GB" : locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const dayHere = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
  const joined = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    locale,
    timeZone,
    date: (value) =>
      typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? day.format(new Date(`${value}T00:00:00Z`))
        : dayHere.format(new Date(value)),
    dateTime: (value, zone = timeZone) =>
      new Intl.DateTimeFormat(tag, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: zone,
        timeZoneName: "short",
      }).format(new Date(value)),
    number: (value, digits) =>
      new Intl.NumberFormat(tag, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits ?? 2,
      }).format(value),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: digits }).format(share),
    list: (items) => joined.format(items),
  };
}
