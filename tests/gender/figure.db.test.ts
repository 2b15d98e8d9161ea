import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { loader as figureFile } from "#app/routes/balance.figures.$figure.$format.tsx";
import { must } from "#tests/support/must.ts";
import { asked } from "#tests/support/signed-in.ts";

const fileOf = (figure: string, format: string, headers?: Headers, query = "") =>
  figureFile(asked(`/balance/figures/${figure}/${format}${query}`, headers, { figure, format }));

describe("a figure's file", () => {
  it("is there for everybody where its page is, in four forms, and goes on no record", async () => {
    const answers = await Promise.all(
      ["csv", "xlsx", "svg", "png"].map((format) => fileOf("leaders-by-list", format)),
    );
    expect(answers.map(({ headers }) => headers.get("content-type"))).toEqual([
      "text/csv; charset=utf-8",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "image/svg+xml; charset=utf-8",
      "image/png",
    ]);
    for (const { headers } of answers) {
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="leaders-by-list-\d{4}/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    const [csv, xlsx] = answers;
    const fromCsv: string[][] = parse((await csv?.text()) ?? "", { bom: true, relax_column_count: true });
    const bytes = new Uint8Array((await xlsx?.arrayBuffer()) ?? new ArrayBuffer());
    const fromXlsx = must(await readSpreadsheet(bytes)).rows.map((row) => row.filter((cell) => cell !== ""));
    expect(fromXlsx.filter((row) => row.length > 0)).toEqual(
      fromCsv.map((row) => row.filter((cell) => cell !== "")).filter((row) => row.length > 0),
    );
    expect(await database().recordEvent.count({ where: { kind: "balanceFigure.exported" } })).toBe(0);
  });

  it("is not there under another name, nor in another form", async () => {
    for (const [figure, format] of [
      ["nothing", "csv"],
      ["leaders-by-list", "pdf"],
      ["constructor", "csv"],
    ] as const)
      await expect(fileOf(figure, format)).rejects.toMatchObject({ status: 404 });
  });
});
