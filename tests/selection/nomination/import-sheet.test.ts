import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageRows, postRows, spanRows, yearRows } from "#app/selection/nomination/import-cells.ts";
import {
  columnOf,
  EXAMPLE,
  IMPORT_COLUMNS,
  SYNONYMS,
  templateColumns,
} from "#app/selection/nomination/import-columns.ts";
import { lettersOf, readSheetRows, type SheetTerms } from "#app/selection/nomination/import-sheet.ts";

const terms: SheetTerms = {
  today: "2026-11-25",
  stateCode: null,
  states: new Map([
    ["gh", "GH"],
    ["ghana", "GH"],
    ["fr", "FR"],
  ]),
  languages: new Map([
    ["en", "en"],
    ["french", "fr"],
    ["fr", "fr"],
  ]),
  vacancies: new Map([
    ["V-1", "one"],
    ["V-2", "two"],
  ]),
};
const ROW = { ...EXAMPLE, familyName: "Mensah", email: "ama.mensah@example.org" };
const example = IMPORT_COLUMNS.map((column) => ROW[column]);
const read = (rows: readonly (readonly string[])[], changes: Partial<SheetTerms> = {}) =>
  readSheetRows(rows, [], { ...terms, ...changes });

describe("the template of an import", () => {
  it("is itself a sheet in which nothing is wrong, for the secretariat and for a state", () => {
    expect(read([IMPORT_COLUMNS, example]).problems).toEqual([]);
    const columns = templateColumns(false);
    const own = read([columns, columns.map((column) => ROW[column])], { stateCode: "FR" });
    expect(own.problems).toEqual([]);
    expect(own.nominees).toMatchObject([{ row: 2, stateCode: "FR", file: { vacancies: ["one", "two"] } }]);
  });

  it("names every column by each of its synonyms, whatever their case, accents and signs, and no two alike", () => {
    for (const column of IMPORT_COLUMNS) {
      for (const name of [column, ...SYNONYMS[column]]) {
        expect(columnOf(name)).toBe(column);
        expect(columnOf(` ${name.toUpperCase()}_`)).toBe(column);
      }
    }
    expect(columnOf("PRÉNOM")).toBe("givenName");
    expect(columnOf("no such thing")).toBeNull();
  });
});

describe("the example of the template, left in a sheet", () => {
  const left = (changes: Partial<typeof EXAMPLE> = {}) =>
    IMPORT_COLUMNS.map((column) => ({ ...EXAMPLE, ...changes })[column]);

  it("is left out, with a note of where it stood, and is no nominee by itself", () => {
    const found = read([IMPORT_COLUMNS, left(), example]);
    expect(found).toMatchObject({ problems: [], exampleRow: 2, nominees: [{ row: 3 }] });
    expect(read([IMPORT_COLUMNS, example]).exampleRow).toBeNull();
    const alone = read([IMPORT_COLUMNS, left({ email: " AMA.Sample@example.org" })]);
    expect(alone).toMatchObject({ nominees: [], exampleRow: 2, problems: [{ code: "noRows" }] });
  });

  it("is a nominee once it is written over, whose address is not the example's any more", () => {
    const found = read([IMPORT_COLUMNS, left({ familyName: "Boateng" })]);
    expect(found.problems).toMatchObject([{ row: 2, column: "email", code: "exampleAddress" }]);
    expect(found.exampleRow).toBeNull();
  });
});

describe("a sheet", () => {
  const place = (column: string, value: string) =>
    IMPORT_COLUMNS.map((one) => (one === column ? value : ROW[one]));
  const codes = (column: string, value: string) =>
    read([IMPORT_COLUMNS, place(column, value)]).problems.map(({ column: at, code }) => `${at}: ${code}`);

  it("without a needed column, with one unknown or twice, says so at the header", () => {
    const found = read([
      ["givenName", "given name", "shoe size"],
      ["Ama", "Ama", "40"],
    ]).problems;
    expect(found.map(({ row, letters, code }) => [row, letters, code])).toEqual(
      expect.arrayContaining([
        [1, "B", "columnTwice"],
        [1, "C", "unknownColumn"],
        [1, "", "columnMissing"],
      ]),
    );
  });

  it("is refused where a cell would run as a formula, in a text or in a workbook", () => {
    for (const sign of ["=1+1", "+41 22", "-SUM(A1)", "@cmd"])
      expect(codes("rank", sign)).toEqual(["rank: formula"]);
    const { problems } = readSheetRows([IMPORT_COLUMNS, example], [{ row: 1, column: 2 }], terms);
    expect(problems).toMatchObject([{ row: 2, letters: "C", column: "givenName", code: "formula" }]);
  });

  it("names what it does not understand and never guesses", () => {
    expect(codes("gender", "?")).toEqual(["gender: gender"]);
    expect(codes("nationalities", "GH; Atlantis")).toEqual(["nationalities: stateUnknown"]);
    expect(codes("languages", "Klingon: 3")).toEqual(["languages: languages"]);
    expect(codes("posts", "Minister")).toEqual(["posts: posts"]);
    expect(codes("certified", "perhaps")).toEqual(["certified: yesOrNo"]);
    expect(codes("vacancy", "V-9")).toEqual(["vacancy: vacancyUnknown"]);
    expect(codes("birthDate", "1.1.1970")).toEqual(["birthDate: date"]);
    expect(codes("certified", "no")).toEqual(["certified: disclosureMissing"]);
  });

  it("leaves open what may be left open, skips blank rows, and finds a row that comes twice", () => {
    for (const column of ["birthDate", "rank", "posts", "languages", "visionStatement", "education"])
      expect(codes(column, "")).toEqual([]);
    expect(codes("email", "")).toEqual(["email: email"]);
    const { nominees, problems } = read([IMPORT_COLUMNS, example, IMPORT_COLUMNS.map(() => ""), example]);
    expect(nominees.map(({ row }) => row)).toEqual([2, 4]);
    expect(problems).toMatchObject([{ row: 4, column: "email", code: "rowTwice" }]);
    expect(read([IMPORT_COLUMNS]).problems).toMatchObject([{ code: "noRows" }]);
  });

  it("names columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(lettersOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("never throws and never takes a nominee it complains of nothing about without a name and an address", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 24 }), { maxLength: 6 }), (rows) => {
        const { nominees, problems } = read([IMPORT_COLUMNS, ...rows]);
        if (problems.length > 0) return;
        for (const { file } of nominees) expect(file.givenName && file.email).toBeTruthy();
      }),
    );
  });
});

describe("cells that hold several things", () => {
  it("are read as rows, or not at all", () => {
    expect(languageRows("en: fluent; French:2", terms.languages)).toEqual([
      { code: "en", level: "3" },
      { code: "fr", level: "2" },
    ]);
    expect(languageRows("en", terms.languages)).toBeNull();
    expect(postRows("A | B | 2015-")).toMatchObject([{ title: "A", employer: "B", from: "2015", to: "" }]);
    expect(postRows("A | B | soon")).toBeNull();
    expect(spanRows("UNMISS | Head | 2012–2014")).toEqual([
      { mission: "UNMISS", role: "Head", from: "2012", to: "2014" },
    ]);
    expect(yearRows("MA | X | 1992; BA | Y", ["degree", "institution"])).toEqual([
      { degree: "MA", institution: "X", year: "1992" },
      { degree: "BA", institution: "Y", year: "" },
    ]);
    expect(yearRows("MA", ["degree", "institution"])).toBeNull();
  });
});
