import type { PdfBlock } from "./pdf-document.ts";

type Pdf = PDFKit.PDFDocument;
type Table = Extract<PdfBlock, { kind: "table" }>;

interface Place {
  readonly left: number;
  readonly regular: string;
  readonly bold: string;
}

const SIZE = 8;
const INK = "#1c2530";
const RULE = "#b9bec5";
const GROUND = "#efeae0";
/** The column that names the rows is so much wider than each of the others. */
const FIRST = 1.6;

/**
 * Draws a table whose heads and row names are tagged as such, so that a screen reader says them with each cell; a row is
 * never cut by the end of a page.
 */
export function drawTable(pdf: Pdf, root: PDFKit.PDFStructureElement, { head, rows }: Table, place: Place) {
  const { left, regular, bold } = place;
  const width = pdf.page.width - left - pdf.page.margins.right;
  const unit = width / (FIRST + head.length - 1);
  const heading = (text: string, scope: "Column" | "Row") => ({
    ...{ text, type: "TH" as const, scope, font: { src: bold, size: SIZE } },
    ...(scope === "Column" ? { backgroundColor: GROUND } : {}),
  });
  const options = {
    ...{ structParent: root, position: { x: left, y: pdf.y }, maxWidth: width },
    columnStyles: head.map((_, at) => ({ width: at === 0 ? unit * FIRST : unit })),
    defaultStyle: {
      ...{ textColor: INK, padding: 3, border: [0.5, 0, 0.5, 0] as [number, number, number, number] },
      ...{ borderColor: RULE, font: { src: regular, size: SIZE } },
    },
    data: [
      head.map((text) => heading(text, "Column")),
      ...rows.map(([name = "", ...cells]) => [heading(name, "Row"), ...cells.map((text) => ({ text }))]),
    ],
  };
  pdf.table(options);
  pdf.x = left;
  pdf.moveDown(0.6);
}
