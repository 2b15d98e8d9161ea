import type { UniformedCategory } from "./uniformed.ts";

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

/** A name without accents, case, spaces and signs: how headers and names of states are told apart. */
export const plainWord = plain;

const CATEGORY_WORDS: Readonly<Record<UniformedCategory, readonly string[]>> = {
  troops: ["troops", "contingenttroops", "troop", "militarycontingents", "militarycontingent"],
  staffOfficers: ["staffofficers", "staffofficer", "militarystaffofficers", "so"],
  expertsOnMission: [
    ...["expertsonmission", "expertonmission", "militaryexpertsonmission", "militaryexperts", "eom"],
    ...["unmem", "unmo", "militaryobservers", "militaryobserver"],
  ],
  formedPolice: ["formedpoliceunits", "formedpoliceunit", "fpu", "formedpolice"],
  individualPolice: ["individualpolice", "individualpoliceofficers", "ipo", "unpol", "police"],
  justiceAndCorrections: [
    ...["justiceandcorrections", "justiceandcorrectionspersonnel", "governmentprovidedpersonnel", "gpp"],
    ...["correctionsofficers", "corrections"],
  ],
};

const CATEGORY_OF = new Map(
  (Object.keys(CATEGORY_WORDS) as UniformedCategory[]).flatMap((category) =>
    CATEGORY_WORDS[category].map((word) => [word, category] as const),
  ),
);

/** The category that a cell names, in any of the spellings of the UN's tables; null where it names none. */
export const categoryIn = (cell: string): UniformedCategory | null => CATEGORY_OF.get(plain(cell)) ?? null;

const SUM_WORDS: ReadonlySet<string> = new Set(["total", "totals", "subtotal", "grandtotal", "all"]);

/** Whether a cell says that its row is a sum of others: to count it would count people twice. */
export const namesSum = (cell: string): boolean => SUM_WORDS.has(plain(cell));

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The month of a cell as its first day: "2021-01", "2021-01-31", "31-Jan-21", "31 January 2021", "Jan-2021" or
 * "31/01/2021" (day first, as the United Nations writes). Two digits of a year are of this century.
 *
 * @returns null for anything else, and for a day that the calendar does not have
 */
export function monthIn(cell: string): string | null {
  const text = cell.trim();
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (isoYear) return monthFrom(isoYear, Number(isoMonth), isoDay);
  const [, slashDay, slashMonth, slashYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (slashYear) return monthFrom(slashYear, Number(slashMonth), slashDay);
  const [, wordDay, word = "", wordYear] =
    /^(?:(\d{1,2})[-\s])?([A-Za-z]{3,9})[-\s](\d{2}|\d{4})$/.exec(text) ?? [];
  if (!wordYear) return null;
  const number = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return monthFrom(wordYear.length === 2 ? `20${wordYear}` : wordYear, number, wordDay);
}

function monthFrom(year: string, month: number, day: string | undefined): string | null {
  if (month < 1 || month > 12) return null;
  const date = new Date(Date.UTC(Number(year), month - 1, day === undefined ? 1 : Number(day)));
  if (date.getUTCMonth() !== month - 1) return null;
  return `${year}-${String(month).padStart(2, "0")}-01`;
}

/** More people than all missions together ever had: a count above is a mistake. */
const MOST_PEOPLE = 500_000;

/** A whole number of people, thousands parted or not ("1,003", "1 003"); null for anything else. Nothing is not 0. */
export function peopleIn(cell: string): number | null {
  const text = cell.trim();
  const grouped = /^\d{1,3}(?:[,\u00A0\u202F ]\d{3})+$/.test(text);
  if (!grouped && !/^\d{1,7}$/.test(text)) return null;
  const people = Number(text.replaceAll(/\D/g, ""));
  return people <= MOST_PEOPLE ? people : null;
}
