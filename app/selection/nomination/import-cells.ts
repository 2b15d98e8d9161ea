import { isCareerDate, type TypedSpan } from "./career-date.ts";
import type { ImportColumn } from "./import-columns.ts";

/** Things told apart by ";" within a cell, their parts by "|". */
const partsOf = (text: string): string[][] =>
  text
    .split(/[;\n]/)
    .map((one) => one.split("|").map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ""));

const LEVELS: ReadonlyMap<string, string> = new Map([
  ...["1", "basic", "notions", "a1", "a2"].map((word) => [word, "1"] as const),
  ...["2", "working", "working knowledge", "pratique courante", "b1", "b2"].map(
    (word) => [word, "2"] as const,
  ),
  ...["3", "fluent", "native", "courant", "langue maternelle", "c1", "c2"].map(
    (word) => [word, "3"] as const,
  ),
]);

/** "en:3; French: working" as languages with their level; null where one is not understood. */
export function languageRows(
  text: string,
  languages: ReadonlyMap<string, string>,
): readonly { code: string; level: string }[] | null {
  const rows = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [language = "", level = ""] = part.split(":").map((word) => word.trim().toLowerCase());
      return { code: languages.get(language) ?? "", level: LEVELS.get(level) ?? "" };
    });
  return rows.every(({ code, level }) => code && level) ? rows : null;
}

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?(?!\d))?`;
const SPAN = new RegExp(`^(${DATE})(?:\\s*[-–—/]\\s*(${DATE})?)?$`);

/**
 * "2015-2020", "2015-03 – 2020-09" or "2015-03-14/2020-09-30" as a beginning and an end; "2015-" and "2015" as a
 * beginning; null where it is neither.
 */
export function spanIn(text: string): TypedSpan | null {
  const [, from = "", to = ""] = SPAN.exec(text) ?? [];
  return isCareerDate(from) && (to === "" || isCareerDate(to)) ? { from, to } : null;
}

/** "title | employer | 2015-2020 | supervisor | people led | budget" for each post; null where one lacks its first three. */
export function postRows(text: string) {
  const rows = partsOf(text).map(
    ([title = "", employer = "", years = "", supervisor = "", people = "", budget = ""]) => {
      const span = spanIn(years);
      return span && title && employer
        ? { title, employer, supervisor, ...span, peopleLed: people, budget }
        : null;
    },
  );
  return rows.every((row) => row !== null) ? rows : null;
}

/** "mission | role | 2012-2014" for each field mission. */
export function spanRows(text: string) {
  const rows = partsOf(text).map(([mission = "", role = "", years = ""]) => {
    const span = spanIn(years);
    return span && mission && role ? { mission, role, ...span } : null;
  });
  return rows.every((row) => row !== null) ? rows : null;
}

/** "degree | institution | 1992" and the like, the year as it may be; null where the first two are not given. */
export function yearRows<First extends string, Second extends string>(
  text: string,
  [first, second]: readonly [First, Second],
): { [K in First | Second | "year"]: string }[] | null {
  const rows = partsOf(text).map(([one = "", two = "", year = ""]) =>
    one && two && (year === "" || /^\d{4}$/.test(year))
      ? ({ [first]: one, [second]: two, year } as { [K in First | Second | "year"]: string })
      : null,
  );
  return rows.every((row) => row !== null) ? rows : null;
}

const COLUMNS: ReadonlyMap<string, ImportColumn> = new Map<string, ImportColumn>([
  ...(
    ["givenName", "familyName", "email", "birthDate", "gender", "nationalities", "service", "rank"] as const
  ).map((name) => [name, name] as const),
  ...(["currentPost", "seniorYears", "languages", "posts", "missions", "education", "courses"] as const).map(
    (name) => [name, name] as const,
  ),
  ...(["visionStatement", "statement", "additional"] as const).map((name) => [name, name] as const),
  ["disclosure", "certified"],
]);

/** The column that a failed check of a nominee's file concerns; null where no column does. */
export const columnOfCheck = (path: readonly PropertyKey[]): ImportColumn | null =>
  COLUMNS.get(String(path[0] ?? "")) ?? null;
