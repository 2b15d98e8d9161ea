import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvText, readSpreadsheet, workbookOf } from "#app/platform/spreadsheet.server.ts";
import { must } from "../support/must.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const csv = (text: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, encoding));

describe("a sheet", () => {
  it("is read whatever divides its cells, quoted or over several lines", async () => {
    for (const sign of [",", ";", "\t"]) {
      const sheet = must(await readSpreadsheet(csv(`name${sign}words\r\n"Zoé"${sign}"one\ntwo, ""three"""`)));
      expect(sheet).toMatchObject({
        format: "csv",
        encoding: "utf-8",
        rows: [
          ["name", "words"],
          ["Zoé", 'one\ntwo, "three"'],
        ],
      });
    }
  });

  it("is read in the encoding it is in, which is said", async () => {
    expect(must(await readSpreadsheet(csv("nom\nZoé", "latin1")))).toMatchObject({
      encoding: "windows-1252",
      rows: [["nom"], ["Zoé"]],
    });
    const utf16 = csv(`\uFEFFnom\nZoé`, "utf16le");
    expect(must(await readSpreadsheet(utf16))).toMatchObject({
      encoding: "utf-16le",
      rows: [["nom"], ["Zoé"]],
    });
    const marked = must(await readSpreadsheet(csv(csvText([["nom"], ["Zoé"]]))));
    expect(marked).toMatchObject({ encoding: "utf-8", rows: [["nom"], ["Zoé"]] });
  });

  it("written for others holds no cell that their spreadsheet would run", async () => {
    const run = ["=1+1", "+41 22", "-SUM(A1)", "@cmd", "\t=1", "\r=1"];
    const rows = must(await readSpreadsheet(csv(csvText([["rank"], ...run.map((cell) => [cell])])))).rows;
    expect(rows.slice(1).map(([cell]) => cell?.[0])).toEqual(run.map(() => "'"));
    expect(csvText([["a-b", '"=']])).toBe('\uFEFF"a-b","""="\r\n');
  });

  it("of a workbook gives its cells as text and names those that hold a formula", async () => {
    const workbook = await workbookOf("Nominees", [
      ["name", "=1+1"],
      ["Ama", "1968-04-21"],
    ]);
    const sheet = must(await readSpreadsheet(workbook));
    expect(sheet).toMatchObject({
      format: "xlsx",
      rows: [
        ["name", "=1+1"],
        ["Ama", "1968-04-21"],
      ],
      formulas: [],
    });
    const xml =
      '<worksheet><sheetData><row r="2"><c r="B2" t="n"><f>SUM(1,2)</f><v>3</v></c></row></sheetData></worksheet>';
    const files = { ...unzipSync(workbook), "xl/worksheets/sheet1.xml": strToU8(xml) };
    expect(must(await readSpreadsheet(zipSync(files))).formulas).toEqual([{ row: 1, column: 1 }]);
  });

  it("is refused where it is none, and where it would unpack to more than is sane", async () => {
    expect(await readSpreadsheet(csv("MZ\0\0program"))).toMatchObject({
      refusal: { code: "sheetUnreadable" },
    });
    expect(await readSpreadsheet(csv('"never closed'))).toMatchObject({
      refusal: { code: "sheetUnreadable" },
    });
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(101 * 1024 * 1024) }, { level: 9 });
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    expect(await readSpreadsheet(bomb)).toMatchObject({ refusal: { code: "sheetUnreadable" } });
    const long = csv(`name\n${"x\n".repeat(20_001)}`);
    expect(await readSpreadsheet(long)).toMatchObject({
      refusal: { code: "sheetTooLong", params: { most: 20_000 } },
    });
  });

  it("that would hold up everybody else is refused before it is read", async () => {
    const told = async (bytes: Uint8Array) => {
      const read = await readSpreadsheet(bytes);
      return read.ok ? "read" : read.refusal.code;
    };
    const size = 10 * 1024 * 1024 - 1;
    expect(await told(csv("\n".repeat(size)))).toBe("sheetTooLong");
    expect(await told(csv(",".repeat(size)))).toBe("sheetCells");
    expect(await told(csv(`${",".repeat(60)}\n`.repeat(9_000)))).toBe("sheetCells");
    const book = unzipSync(await workbookOf("Sheet", [["name"]]));
    const sheetOf = (rows: string) =>
      zipSync({ ...book, [SHEET]: strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) });
    const row = (n: number, column: string) => `<row r="${n}"><c r="${column}${n}" t="n"><v>1</v></c></row>`;
    const rows = (most: number) => Array.from({ length: most }, (_, n) => row(n + 2, "A")).join("");
    expect(await told(sheetOf(row(1, "XFD") + rows(19_999)))).toBe("sheetCells");
    expect(await told(sheetOf(rows(20_002)))).toBe("sheetTooLong");
    expect(await told(sheetOf(row(1, "AZ") + rows(20_000)))).toBe("read");
  });
});
