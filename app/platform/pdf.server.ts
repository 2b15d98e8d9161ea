import { createRequire } from "node:module";
import PDFKit from "pdfkit";
import { PAGE_PLACES, type PdfBlock, type PdfDocument } from "./pdf-document.ts";
import { drawTable } from "./pdf-table.server.ts";

/** Latin with every accent, Greek, Cyrillic and Arabic; embedded as a subset, since no reader can be sure to have it. */
const require = createRequire(import.meta.url);
const REGULAR = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf");
const BOLD = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf");
const SERIF = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf");

/** A4 with margins wide enough for a punched hole. Lengths in points. */
const MARGIN = { top: 56, bottom: 64, left: 64, right: 56 } as const;
const INK = "#1c2530";
const MUTED = "#4d5763";
const SIZE = { title: 19, heading: 13, subheading: 11, text: 9.5, small: 8 } as const;
const TERM_WIDTH = 130;

type Pdf = PDFKit.PDFDocument;

/**
 * Renders a document as a tagged PDF of A4 pages: title, language and headings are there for a screen reader, text can
 * be selected and searched, fonts are embedded.
 */
export async function renderPdf(document: PdfDocument): Promise<Buffer<ArrayBuffer>> {
  const pdf = new PDFKit({
    size: "A4",
    margins: MARGIN,
    pdfVersion: "1.7",
    lang: document.language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    font: REGULAR,
    info: {
      Title: document.title,
      Author: document.author,
      Subject: document.eyebrow,
      CreationDate: document.createdAt,
      ModDate: document.createdAt,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer<ArrayBuffer>>((settle, fail) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => settle(Buffer.concat(chunks)));
    pdf.on("error", fail);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const put = (tag: string, draw: () => void, language?: string) =>
    root.add(pdf.struct(tag, language ? { lang: language } : {}, draw));
  put("P", () => pdf.fillColor(MUTED).fontSize(SIZE.small).text(document.eyebrow.toUpperCase()));
  put("H1", () => {
    pdf.moveDown(0.3).fillColor(INK).font(SERIF).fontSize(SIZE.title).text(document.title);
  });
  rule(pdf);
  for (const block of document.blocks) {
    if (block.kind === "table")
      drawTable(pdf, root, block, { left: MARGIN.left, regular: REGULAR, bold: BOLD });
    else draw(pdf, block, put);
  }
  root.end();
  drawFooters(pdf, document);
  pdf.end();
  return done;
}

type Put = (tag: string, draw: () => void, language?: string) => unknown;

function draw(pdf: Pdf, block: Exclude<PdfBlock, { kind: "table" }>, put: Put) {
  const { left } = MARGIN;
  const width = pdf.page.width - left - MARGIN.right;
  const plain = () => pdf.fillColor(INK).font(REGULAR).fontSize(SIZE.text);
  switch (block.kind) {
    case "heading": {
      const second = block.level === 2;
      keepTogether(pdf, 70);
      pdf.moveDown(second ? 1 : 0.6);
      put(second ? "H2" : "H3", () => {
        const size = second ? SIZE.heading : SIZE.subheading;
        pdf.fillColor(INK).font(SERIF).fontSize(size).text(block.text, left, pdf.y, { width });
      });
      pdf.moveDown(0.35);
      return;
    }
    case "text":
      put("P", () => plain().text(block.text, left, pdf.y, { width, lineGap: 2 }), block.language);
      pdf.moveDown(0.4);
      return;
    case "facts":
      for (const [term, detail] of block.items) {
        put("P", () => drawFact(pdf, term, detail, width));
      }
      return;
    case "list":
      for (const item of block.items) {
        keepTogether(pdf, 24);
        put("P", () => {
          const top = pdf.y;
          plain().text("•", left + 4, top, { lineBreak: false });
          pdf.text(item, left + 14, top, { width: width - 14, lineGap: 2 });
        });
      }
      pdf.moveDown(0.4);
      return;
    case "entries":
      for (const entry of block.items) {
        keepTogether(pdf, 40);
        put("P", () => {
          pdf.fillColor(INK).font(BOLD).fontSize(SIZE.text);
          pdf.text(`${entry.name} – ${entry.figure}`, left, pdf.y, { width });
          pdf.fillColor(MUTED).font(REGULAR).text(entry.text, { width, lineGap: 1 });
        });
        pdf.moveDown(0.35);
      }
  }
}

/** A term beside its detail, the row as high as the higher of the two. */
function drawFact(pdf: Pdf, term: string, detail: string, width: number) {
  const { left } = MARGIN;
  const rest = width - TERM_WIDTH;
  pdf.font(REGULAR).fontSize(SIZE.text);
  const needed = Math.max(
    pdf.heightOfString(term, { width: TERM_WIDTH - 10 }),
    pdf.heightOfString(detail, { width: rest, lineGap: 2 }),
  );
  keepTogether(pdf, Math.min(needed, 120));
  const top = pdf.y;
  pdf.fillColor(MUTED).text(term, left, top, { width: TERM_WIDTH - 10 });
  const afterTerm = pdf.y;
  pdf.fillColor(INK).text(detail, left + TERM_WIDTH, top, { width: rest, lineGap: 2 });
  pdf.y = Math.max(pdf.y, pdf.y < top ? 0 : afterTerm) + 3;
  pdf.x = left;
}

/** Begins a new page where less than this is left of the present one. */
function keepTogether(pdf: Pdf, height: number) {
  if (pdf.y + height > pdf.page.height - MARGIN.bottom) pdf.addPage();
}

/** The line under the title: an ornament, which a screen reader passes over. */
function rule(pdf: Pdf) {
  pdf.moveDown(0.4);
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(MARGIN.left, pdf.y)
    .lineTo(pdf.page.width - MARGIN.right, pdf.y)
    .lineWidth(2)
    .strokeColor(INK)
    .stroke();
  pdf.endMarkedContent();
  pdf.moveDown(0.6);
}

function drawFooters(pdf: Pdf, { footer }: PdfDocument) {
  const { start, count } = pdf.bufferedPageRange();
  const footerOf = (page: number) =>
    footer.replaceAll(PAGE_PLACES.page, String(page)).replaceAll(PAGE_PLACES.pages, String(count));
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf
      .fillColor(MUTED)
      .font(REGULAR)
      .fontSize(SIZE.small)
      .text(footerOf(page + 1), MARGIN.left, pdf.page.height - 42, { lineBreak: false });
    pdf.endMarkedContent();
  }
}
