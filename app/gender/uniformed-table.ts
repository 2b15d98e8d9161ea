import type { UniformedCategory, UniformedCut } from "./uniformed.ts";
import { categoryIn, monthIn, namesSum, peopleIn, plainWord } from "./uniformed-cells.ts";

/** The columns that are looked for, each by the headers under which the UN and those who pass its tables on have it. */
const HEADERS = {
  month: ["lastreportingdate", "reportingdate", "month", "monthend", "date", "period"],
  mission: ["missionacronym", "mission", "missionname"],
  iso3: ["isocode3", "iso3", "iso3code", "isoalpha3", "countrycode"],
  state: ["contributingcountry", "country", "contributor", "tcc", "state", "memberstate"],
  category: ["personneltype", "category", "personnelcategory", "type"],
  women: ["femalepersonnel", "female", "females", "women", "f"],
  men: ["malepersonnel", "male", "males", "men", "m"],
  total: ["totaluniformedpersonnel", "totalpersonnel", "total"],
} as const;
type ColumnName = keyof typeof HEADERS;

/** Why a cell is not taken: `twice` is a line whose month, mission, state and category stood before. */
export type RowProblemCode =
  | "month"
  | "future"
  | "mission"
  | "state"
  | "category"
  | "people"
  | "total"
  | "twice"
  | "formula";

/** One thing wrong with a row: the line of the file, from 1 with the header; the header over the cell; what stands there. */
export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly code: RowProblemCode;
  readonly cell: string;
}

/** One good row. */
export interface UniformedLine {
  readonly month: string;
  readonly missionAcronym: string | null;
  readonly stateCode: string | null;
  readonly category: UniformedCategory | null;
  readonly women: number;
  readonly men: number;
}

/** A file read whole. A row with a problem gives no line. */
export interface UniformedTable {
  readonly cut: UniformedCut;
  readonly rows: number;
  readonly lines: readonly UniformedLine[];
  readonly problems: readonly RowProblem[];
  readonly refusedRows: number;
}

/** What the cells are held against. */
export interface Known {
  readonly missions: ReadonlySet<string>;
  /** Codes of states by ISO 3166 alpha-3, and by their names in any language as `plainWord` has them. */
  readonly stateByIso3: ReadonlyMap<string, string>;
  readonly stateByName: ReadonlyMap<string, string>;
  /** ISO date; figures of a month that has not begun are a mistake. */
  readonly today: string;
}

interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly formulas: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Reads a table of monthly figures. Which columns there are says what it breaks down by; empty rows, and those that are
 * sums of others, are passed over.
 *
 * @param sheet its header first
 * @returns null where the header has no month, women and men, or neither category nor state
 */
export function readUniformedTable(sheet: Sheet, known: Known): UniformedTable | null {
  const [header = [], ...body] = sheet.rows;
  const words = header.map(plainWord);
  const place = (name: ColumnName) => words.findIndex((word) => matches(name, word));
  const at = Object.fromEntries(
    (Object.keys(HEADERS) as ColumnName[]).map((name) => [name, place(name)]),
  ) as Record<ColumnName, number>;
  const cut = cutOf(at);
  if (cut === null || at.month < 0 || at.women < 0 || at.men < 0) return null;
  const formulas = new Map(sheet.formulas.map(({ row, column }) => [row, column]));
  const problems: RowProblem[] = [];
  const lines: UniformedLine[] = [];
  const seen = new Set<string>();
  let rows = 0;
  for (const [index, row] of body.entries()) {
    if (row.every((cell) => cell === "")) continue;
    if (NAMING.some((name) => at[name] >= 0 && namesSum(row[at[name]] ?? ""))) continue;
    rows += 1;
    const number = index + 2;
    const cell = (name: ColumnName) => (at[name] < 0 ? "" : (row[at[name]] ?? ""));
    const wrong = (name: ColumnName, code: RowProblemCode) => ({
      ...{ row: number, code, cell: cell(name).slice(0, 80) },
      column: header[at[name]] ?? "",
    });
    const formula = formulas.get(number - 1);
    if (formula !== undefined) {
      problems.push({ row: number, column: header[formula] ?? "", code: "formula", cell: "" });
      continue;
    }
    const { line, mistakes } = readLine(cell, cut, known);
    if (line === null) {
      problems.push(...mistakes.map(([name, code]) => wrong(at[name] < 0 ? "state" : name, code)));
      continue;
    }
    const key = JSON.stringify([line.month, line.missionAcronym, line.stateCode, line.category]);
    if (seen.has(key)) problems.push(wrong("month", "twice"));
    else lines.push(line);
    seen.add(key);
  }
  return { cut, rows, lines, problems, refusedRows: new Set(problems.map(({ row }) => row)).size };
}

/** The columns in which a table says that a row is a sum. */
const NAMING = ["month", "mission", "iso3", "state", "category"] as const;

const matches = (name: ColumnName, word: string) => (HEADERS[name] as readonly string[]).includes(word);

function cutOf(at: Record<ColumnName, number>): UniformedCut | null {
  const state = at.iso3 >= 0 || at.state >= 0;
  if (at.category >= 0 && at.mission >= 0 && state) return "full";
  if (at.category >= 0 && !state && at.mission < 0) return "category";
  return state && at.category < 0 && at.mission < 0 ? "state" : null;
}

type Mistake = readonly [ColumnName, RowProblemCode];

function readLine(
  cell: (name: ColumnName) => string,
  cut: UniformedCut,
  known: Known,
): { readonly line: UniformedLine | null; readonly mistakes: readonly Mistake[] } {
  const month = monthIn(cell("month"));
  const [women, men] = [peopleIn(cell("women")), peopleIn(cell("men"))];
  const acronym = cell("mission").toUpperCase();
  const stateCode = cut === "category" ? null : stateIn(cell, known);
  const category = cut === "state" ? null : categoryIn(cell("category"));
  const total = cell("total");
  const checks: readonly (readonly [boolean, ...Mistake])[] = [
    [month === null, "month", "month"],
    [month !== null && month > known.today, "month", "future"],
    [cut === "full" && !known.missions.has(acronym), "mission", "mission"],
    [cut !== "category" && stateCode === null, "iso3", "state"],
    [cut !== "state" && category === null, "category", "category"],
    [women === null, "women", "people"],
    [men === null, "men", "people"],
    [
      women !== null && men !== null && total !== "" && peopleIn(total) !== women + men,
      ...(["total", "total"] as const),
    ],
  ];
  const mistakes = checks.flatMap(([bad, name, code]) => (bad ? [[name, code] as const] : []));
  if (mistakes.length > 0 || month === null || women === null || men === null)
    return { line: null, mistakes };
  const missionAcronym = cut === "full" ? acronym : null;
  return { line: { month, missionAcronym, stateCode, category, women, men }, mistakes };
}

const stateIn = (cell: (name: ColumnName) => string, { stateByIso3, stateByName }: Known): string | null =>
  stateByIso3.get(cell("iso3").toUpperCase()) ?? stateByName.get(plainWord(cell("state"))) ?? null;

/** The lines of each month in one order, whatever the order of the file: what the same figures are known by. */
export function linesByMonth(lines: readonly UniformedLine[]): ReadonlyMap<string, readonly UniformedLine[]> {
  const months = new Map<string, UniformedLine[]>();
  for (const line of lines) {
    const month = months.get(line.month) ?? [];
    month.push(line);
    months.set(line.month, month);
  }
  const key = ({ missionAcronym, stateCode, category }: UniformedLine) =>
    `${missionAcronym} ${stateCode} ${category}`;
  return new Map(
    [...months]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([month, own]) => [month, own.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))]),
  );
}
