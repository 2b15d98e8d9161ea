/** Dates, times and figures as a language writes them. Instants are given as ISO 8601 text or `Date`. */
export interface Format {
  /** A calendar day, e.g. "23 Nov 2026". A bare "YYYY-MM-DD" is that day everywhere. */
  date(day: string | Date): string;
  /** The month of a bare "YYYY-MM-DD", e.g. "November 2026". */
  month(day: string): string;
  /** An instant in the viewer's zone with the zone named, e.g. "23 Nov 2026, 17:00 Central European Time". */
  dateTime(instant: string | Date, timeZone?: string): string;
  number(value: number, digits?: number): string;
  /** With its sign, except where it is 0 as shown. */
  signed(value: number, digits: number): string;
  /** A share between 0 and 1 as a percentage. */
  percent(share: number, digits?: number): string;
  /** Words joined as a list, e.g. "a, b and c". */
  list(items: readonly string[]): string;
  /** An ISO 3166 or ISO 639 code's display name is not taken from here: see the reference tables. */
  readonly locale: string;
  readonly timeZone: string;
}

const kept = new Map<string, Format>();

/**
 * Formats for one language and zone. `en` is written the British way, as the United Nations does. Made once for each
 * language and zone and kept, since making a format costs more than using it a hundred times.
 */
export function formatter(locale: string, timeZone: string): Format {
  const name = `${locale} ${timeZone}`;
  const known = kept.get(name) ?? makeFormatter(locale, timeZone);
  kept.set(name, known);
  return known;
}

function makeFormatter(locale: string, timeZone: string): Format {
  const tag = locale === "en" ? "en-GB" : locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const dayHere = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
  const month = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
  const joined = new Intl.ListFormat(tag, { type: "conjunction" });
  const minute = onceForEach(
    (zone: string) =>
      new Intl.DateTimeFormat(tag, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: zone,
        timeZoneName: "longGeneric",
      }),
  );
  const number = onceForEach(
    (digits: number | undefined) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 2 }),
  );
  const signed = onceForEach(
    (digits: number) =>
      new Intl.NumberFormat(tag, {
        signDisplay: "exceptZero",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const percent = onceForEach(
    (digits: number) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: digits }),
  );
  return {
    locale,
    timeZone,
    date: (value) =>
      typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? day.format(new Date(`${value}T00:00:00Z`))
        : dayHere.format(new Date(value)),
    month: (value) => month.format(new Date(`${value}T00:00:00Z`)),
    dateTime: (value, zone = timeZone) => withZoneNamed(minute(zone).formatToParts(new Date(value)), zone),
    number: (value, digits) => number(digits).format(value),
    signed: (value, digits) => signed(digits).format(value),
    percent: (share, digits = 0) => percent(digits).format(share),
    list: (items) => joined.format(items),
  };
}

/** Where a language has no name for a zone but its distance from Greenwich, the city that the zone is called by says more. */
const withZoneNamed = (parts: readonly Intl.DateTimeFormatPart[], zone: string): string =>
  parts
    .map(({ type, value }) =>
      type === "timeZoneName" && /^(?:GMT|UTC)[+−-]/.test(value) ? cityOf(zone) : value,
    )
    .join("");

/** The last part of an IANA zone's name, e.g. "New York". */
const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Makes a thing once for each key. */
function onceForEach<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}
