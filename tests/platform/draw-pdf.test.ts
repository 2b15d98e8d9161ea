import { expect, it } from "vitest";
import { drawPdf } from "#app/platform/draw-pdf.server.ts";
import { PAGE_PLACES, type PdfDocument } from "#app/platform/pdf-document.ts";
import { projectFiles } from "../architecture/project-files.ts";
import { must } from "../support/must.ts";

const document: PdfDocument = {
  ...{ title: "A report", eyebrow: "Yearly", language: "en", author: "Cadre" },
  blocks: [
    { kind: "text", text: "Women among leaders." },
    { kind: "table", title: "Leaders", head: ["List", "Women"], rows: [["Heads", "4"]] },
  ],
  footer: `A report · page ${PAGE_PLACES.page} of ${PAGE_PLACES.pages}`,
  createdAt: new Date("2026-11-29T00:00:00Z"),
};

it("a document is drawn in a thread of its own, its date and its numbered foot with it", async () => {
  const pdf = Buffer.from(must(await drawPdf(document))).toString("latin1");
  expect(pdf.slice(0, 8)).toBe("%PDF-1.7");
  expect(pdf).toContain("D:20261129000000Z");
  expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
});

it("no page draws a document in the thread that answers", () => {
  const drawers = projectFiles().filter(
    ({ path, text }) => path.startsWith("app/") && /from "[^"]*\/pdf\.server\.ts"/.test(text),
  );
  expect(drawers.map(({ path }) => path)).toEqual([]);
});
