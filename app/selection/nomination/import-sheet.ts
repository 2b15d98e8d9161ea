import { issueCode } from "#app/i18n/issue-code.ts";
import { columnOfCheck, languageRows, postRows, spanRows, yearRows } from "./import-cells.ts";
import { columnOf, EXAMPLE, type ImportColumn, isExample, NEEDED_COLUMNS } from "./import-columns.ts";
import { completeFileSchema, type DraftFile, EMPTY_FILE } from "./nominee-file.ts";

/** Something wrong with a cell, for the reader to find: row as a spreadsheet numbers it, from 1, and column. */
export interface CellProblem {
  readonly row: number;
  /** The column's own name; empty where the row as a whole is meant. */
  readonly column: ImportColumn | "";
  /** The letters a spreadsheet gives the column: C, AB. */
  readonly letters: string;
  /** Tail of `import.problem.<code>` or `invalid.<code>`. */
  readonly code: string;
  /** What stands there, its first characters. */
  readonly found: string;
}

/** One nominee of a sheet, as a draft would hold them. */
export interface SheetNominee {
  readonly row: number;
  readonly stateCode: string;
  readonly file: DraftFile;
  readonly listReason: string;
}

/** A sheet read: who is on it, or what is wrong with it. */
export interface SheetReading {
  readonly nominees: readonly SheetNominee[];
  readonly problems: readonly CellProblem[];
  /** Where the template's example stands, which is left out: row as a spreadsheet numbers it; null where it is gone. */
  readonly exampleRow: number | null;
}

/** What the cells of a sheet are read against. */
export interface SheetTerms {
  /** ISO day. */
  readonly today: string;
  /** The nominating state of a state's own list; null where a column names it. */
  readonly stateCode: string | null;
  /** Codes and names of states, in small letters, to their ISO code. */
  readonly states: ReadonlyMap<string, string>;
  /** Codes and names of languages, in small letters, to their code. */
  readonly languages: ReadonlyMap<string, string>;
  /** References of the call's vacancies to their ids; empty for a global call. */
  readonly vacancies: ReadonlyMap<string, string>;
}

/** What a spreadsheet program would run as a formula when it opens the file. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;
const MOST_SHOWN = 60;

/** The letters of a column, from 0: A, B … Z, AA. */
export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

interface Heading {
  readonly at: number;
  readonly column: ImportColumn;
}

/**
 * Reads the rows of a sheet into nominees, each bad cell named by row and column. Nothing is guessed: a value that is
 * not understood is a problem, and so is one that a spreadsheet would run as a formula.
 *
 * @param rows the header first; cells as text
 * @param formulas cells that hold a formula in the workbook, rows and columns from 0
 */
export function readSheetRows(
  rows: readonly (readonly string[])[],
  formulas: readonly { readonly row: number; readonly column: number }[],
  terms: SheetTerms,
): SheetReading {
  const { headings, problems } = readHeader(rows[0] ?? [], terms);
  if (problems.length > 0) return { nominees: [], problems, exampleRow: null };
  const isFormula = new Set(formulas.map(({ row, column }) => `${row}:${column}`));
  const schema = completeFileSchema(terms.today);
  const nominees: SheetNominee[] = [];
  const found: CellProblem[] = [];
  let exampleRow: number | null = null;
  rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const row = index + 1;
    const bad = new BadCells(headings, cells, row);
    if (isExample((column) => bad.text(column))) {
      exampleRow ??= row + 1;
      return;
    }
    if (bad.text("email").toLowerCase() === EXAMPLE.email) bad.add("email", "exampleAddress");
    for (const { at, column } of headings) {
      if (isFormula.has(`${row}:${at}`) || RUNS_AS_FORMULA.test(cells[at] ?? "")) bad.add(column, "formula");
    }
    const nominee = readRow(bad, terms);
    const checked = schema.safeParse(nominee.file, { error: issueCode });
    for (const issue of checked.error?.issues ?? [])
      bad.addUnlessEmpty(columnOfCheck(issue.path), issue.message);
    found.push(...bad.problems);
    nominees.push({ ...nominee, row: row + 1 });
  });
  found.push(...repeatedIn(nominees, headings));
  if (nominees.length === 0) found.push({ row: 1, column: "", letters: "A", code: "noRows", found: "" });
  return { nominees, problems: found, exampleRow };
}

function readHeader(header: readonly string[], terms: SheetTerms) {
  const headings: Heading[] = [];
  const problems: CellProblem[] = [];
  header.forEach((name, at) => {
    const column = columnOf(name);
    const problem = (code: string) =>
      problems.push({
        row: 1,
        column: column ?? "",
        letters: lettersOf(at),
        code,
        found: name.slice(0, MOST_SHOWN),
      });
    if (name.trim() === "") return;
    if (!column) problem("unknownColumn");
    else if (headings.some((heading) => heading.column === column)) problem("columnTwice");
    else headings.push({ at, column });
  });
  const needed: ImportColumn[] =
    terms.stateCode === null ? ["state", ...NEEDED_COLUMNS] : [...NEEDED_COLUMNS];
  for (const column of needed.filter((one) => !headings.some((heading) => heading.column === one)))
    problems.push({ row: 1, column, letters: "", code: "columnMissing", found: "" });
  return { headings, problems };
}

/** The cells of one row by column, and what is found to be wrong with them; each cell is named once. */
class BadCells {
  readonly problems: CellProblem[] = [];
  readonly #named = new Set<ImportColumn>();
  constructor(
    readonly headings: readonly Heading[],
    readonly cells: readonly string[],
    readonly row: number,
  ) {}

  text(column: ImportColumn): string {
    const heading = this.headings.find((one) => one.column === column);
    return heading ? (this.cells[heading.at] ?? "").trim() : "";
  }

  add(column: ImportColumn, code: string) {
    if (this.#named.has(column)) return;
    this.#named.add(column);
    const at = this.headings.find((one) => one.column === column)?.at;
    this.problems.push({
      row: this.row + 1,
      column,
      letters: at === undefined ? "" : lettersOf(at),
      code,
      found: this.text(column).slice(0, MOST_SHOWN),
    });
  }

  /** Of a column that may be left empty, an empty cell is no problem. */
  addUnlessEmpty(column: ImportColumn | null, code: string) {
    if (!column) return;
    if (this.text(column) === "" && !NEEDED_COLUMNS.includes(column) && column !== "certified") return;
    this.add(column, code);
  }
}

const YES = new Set(["yes", "y", "oui", "o", "true", "vrai", "1", "x"]);
const NO = new Set(["no", "n", "non", "false", "faux", "0", ""]);
const GENDERS: ReadonlyMap<string, string> = new Map([
  ...["woman", "female", "f", "w", "femme"].map((word) => [word, "woman"] as const),
  ...["man", "male", "m", "h", "homme"].map((word) => [word, "man"] as const),
  ...["another", "other", "autre", "x"].map((word) => [word, "another"] as const),
  ...["notstated", "not stated", "non précisé"].map((word) => [word, "notStated"] as const),
]);
const SERVICES: ReadonlyMap<string, string> = new Map([
  ...["civilian", "civil", "civile"].map((word) => [word, "civilian"] as const),
  ...["military", "militaire"].map((word) => [word, "military"] as const),
  ...["police"].map((word) => [word, "police"] as const),
]);

function readRow(bad: BadCells, terms: SheetTerms): Omit<SheetNominee, "row"> {
  const of = (column: ImportColumn) => bad.text(column);
  const known = (column: ImportColumn, words: ReadonlyMap<string, string>, code: string) => {
    const text = of(column);
    const word = words.get(text.toLowerCase());
    if (text !== "" && word === undefined) bad.add(column, code);
    return word ?? "";
  };
  const yes = (column: ImportColumn) => {
    const text = of(column).toLowerCase();
    if (!YES.has(text) && !NO.has(text)) bad.add(column, "yesOrNo");
    return YES.has(text) ? "on" : "";
  };
  const stateCode = terms.stateCode ?? known("state", terms.states, "stateUnknown");
  if (stateCode === "") bad.add("state", "required");
  const certified = yes("certified");
  const take = <Row>(column: ImportColumn, read: (text: string) => readonly Row[] | null, code: string) => {
    const rows = read(of(column));
    if (rows === null) bad.add(column, code);
    return [...(rows ?? [])];
  };
  const file: DraftFile = {
    ...EMPTY_FILE,
    ...{ givenName: of("givenName"), familyName: of("familyName"), email: of("email") },
    ...{ birthDate: of("birthDate"), rank: of("rank"), currentPost: of("currentPost") },
    ...{ seniorYears: of("seniorYears"), visionStatement: of("visionStatement"), statement: of("statement") },
    ...{ disclosure: of("disclosure"), additional: yes("additional") },
    ...{ noConviction: certified, noViolation: certified, noAllegation: certified },
    gender: known("gender", GENDERS, "gender"),
    service: known("service", SERVICES, "service"),
    nationalities: take("nationalities", (text) => statesIn(text, terms.states), "stateUnknown"),
    languages: take("languages", (text) => languageRows(text, terms.languages), "languages"),
    posts: take("posts", postRows, "posts"),
    missions: take("missions", spanRows, "missions"),
    education: take("education", (text) => yearRows(text, ["degree", "institution"]), "education"),
    courses: take("courses", (text) => yearRows(text, ["name", "organiser"]), "courses"),
    vacancies: vacanciesOf(bad, terms),
  };
  return { stateCode, file, listReason: of("listReason") };
}

function statesIn(text: string, states: ReadonlyMap<string, string>) {
  const codes = text.split(/[;,/]/).map((part) => states.get(part.trim().toLowerCase()));
  if (text === "") return [];
  return codes.every((code) => code !== undefined) ? codes : null;
}

/** The vacancies a row is for: those it names, else all of the call's. */
function vacanciesOf(bad: BadCells, { vacancies }: SheetTerms): string[] {
  const named = bad
    .text("vacancy")
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (named.length === 0) return [...vacancies.values()];
  const ids = named.map((reference) => vacancies.get(reference));
  if (ids.includes(undefined)) bad.add("vacancy", "vacancyUnknown");
  return ids.filter((id) => id !== undefined);
}

/** Nobody stands on a sheet twice for one state; the second is named. */
function repeatedIn(nominees: readonly SheetNominee[], headings: readonly Heading[]): CellProblem[] {
  const seen = new Set<string>();
  const at = headings.find(({ column }) => column === "email")?.at ?? 0;
  return nominees.flatMap(({ row, file }) => {
    const email = file.email.toLowerCase();
    if (email === "") return [];
    if (!seen.has(email)) {
      seen.add(email);
      return [];
    }
    return [{ row, column: "email" as const, letters: lettersOf(at), code: "rowTwice", found: file.email }];
  });
}
