import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import writeWorkbook from "write-excel-file/node";
import { ok, type Result, refuse } from "#app/access/result.ts";

/** 10 MB: ten thousand rows fit several times over. */
const MAX_SHEET_BYTES = 10 * 1024 * 1024;
/** What a workbook may hold once unpacked; a small file that claims more is made to harm. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Rows of a sheet, its header aside. */
export const MAX_SHEET_ROWS = 20_000;
/** Cells of a sheet: more would hold up everybody's requests while they are read, and no form has so many. */
export const MAX_SHEET_CELLS = 500_000;

/** How the text of a sheet was written down; a workbook always says. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A sheet as rows of text, the header first. */
export interface SheetText {
  readonly format: "csv" | "xlsx";
  readonly encoding: Encoding;
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold a formula: rows and columns from 0. */
  readonly formulas: readonly { readonly row: number; readonly column: number }[];
}

/** Reads a sheet by what the file contains, whatever its name claims: CSV in any usual encoding, or an Excel workbook. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Result<SheetText>> {
  if (bytes.byteLength === 0) return refuse("fileEmpty", {}, "sheet");
  if (bytes.byteLength > MAX_SHEET_BYTES) return refuse("fileTooLarge", { megabytes: 10 }, "sheet");
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheet = zipped ? await readWorkbook(bytes) : readCsv(bytes);
  if (!sheet) return refuse("sheetUnreadable", {}, "sheet");
  if (sheet === "tooManyCells") return refuse("sheetCells", { most: MAX_SHEET_CELLS }, "sheet");
  const long = sheet === "tooManyRows" || sheet.rows.length - 1 > MAX_SHEET_ROWS;
  return long ? refuse("sheetTooLong", { most: MAX_SHEET_ROWS }, "sheet") : ok(sheet);
}

/** A sheet; that it holds more than is read, found before it was; or null where it is none. */
type Read = SheetText | "tooManyCells" | "tooManyRows" | null;

/** How often a sign stands in a text. */
function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) count += 1;
  return count;
}

function readCsv(bytes: Uint8Array): Read {
  const { text, encoding } = decode(bytes);
  if (text.includes("\0")) return null;
  const delimiter = delimiterOf(text);
  if (countOf(delimiter, text) > MAX_SHEET_CELLS) return "tooManyCells";
  try {
    const rows: string[][] = parse(text, {
      ...{ bom: true, delimiter },
      // One row more than is taken tells that there are too many: the rest is not read.
      to: MAX_SHEET_ROWS + 2,
      relax_column_count: true,
      skip_records_with_empty_values: false,
      trim: true,
    });
    return { format: "csv", encoding, rows, formulas: [] };
  } catch {
    return null;
  }
}

/** Text in the encoding its first bytes name; else UTF-8 where it is valid, else Windows-1252, of which Latin-1 is a part. */
function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const marked: Encoding | null =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

/** What divides the cells of the first line: spreadsheets write what their country uses. */
function delimiterOf(text: string) {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  try {
    const sheets = unpackSheets(bytes);
    if (!sheets) return null;
    const rowCount = countOf("<row", sheets);
    if (rowCount > MAX_SHEET_ROWS + 1) return "tooManyRows";
    // Every row is made as wide as the widest, whatever stands in it.
    const area = rowCount * widestIn(sheets);
    if (Math.max(countOf("<c", sheets), area / SPARSE) > MAX_SHEET_CELLS) return "tooManyCells";
    const cells = await readSheet(Buffer.from(bytes), { trim: true });
    const rows = cells.map((row) => row.map(textOf));
    return { format: "xlsx", encoding: "utf-8", rows, formulas: formulasIn(sheets) };
  } catch {
    return null;
  }
}

/** The XML of the first sheet; null where the workbook would unpack to more than is sane. */
function unpackSheets(bytes: Uint8Array): string | null {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize;
      return unpacked <= MAX_UNPACKED_BYTES && /^xl\/worksheets\/sheet1\.xml$/.test(name);
    },
  });
  const sheet = files["xl/worksheets/sheet1.xml"];
  return unpacked > MAX_UNPACKED_BYTES || !sheet ? null : new TextDecoder().decode(sheet);
}

/** A workbook's sheet may have room for so many times the cells that it may hold. */
const SPARSE = 4;

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The last column of a sheet's XML in which a cell stands, from 1. */
function widestIn(xml: string): number {
  let widest = 0;
  for (const [, letters = "A"] of xml.matchAll(/<c\s[^>]*?r="([A-Z]{1,3})\d{1,7}"/g))
    widest = Math.max(widest, columnOf(letters));
  return widest;
}

/** Cells of a sheet's XML that hold a formula, whatever value they show. */
function formulasIn(xml: string) {
  const cells = xml.matchAll(/<c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f[\s>/]/g);
  return Array.from(cells, ([, letters = "A", row = "1"]) => ({
    row: Number(row) - 1,
    column: columnOf(letters) - 1,
  }));
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/** What a cell of a written sheet holds: words, or a number to calculate with. */
type SheetCell = string | number;

/** A workbook of one sheet whose cells are text and numbers: nothing in it is run as a formula. */
export async function workbookOf(sheet: string, rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const data = rows.map((row, at) =>
    row.map((value) => ({
      ...(typeof value === "number" ? { value, type: Number } : { value, type: String }),
      ...(at === 0 ? { fontWeight: "bold" as const } : {}),
    })),
  );
  return writeWorkbook(data, { sheet }).toBuffer();
}

/** A cell as text, quoted; words that a spreadsheet would run are told to be text by an apostrophe (OWASP, CSV Injection). */
const csvCell = (cell: SheetCell): string =>
  typeof cell === "number"
    ? `"${cell}"`
    : `"${/^[=+\-@\t\r]/.test(cell) ? "'" : ""}${cell.replaceAll('"', '""')}"`;

/** Rows as a CSV text that a spreadsheet opens in UTF-8, each cell quoted and none of them run as a formula. */
export const csvText = (rows: readonly (readonly SheetCell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
