import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { PAGE_PLACES, type PdfBlock, type PdfDocument } from "#app/platform/pdf-document.ts";
import type { YearReport } from "./year-report.ts";
import { REPORT_NOTES, reportTables } from "./year-report-tables.ts";

interface Kept {
  readonly content: YearReport;
  readonly contentHash: string;
  readonly madeAt: Date;
}

interface Reader {
  readonly t: Translate;
  readonly format: Format;
  /** The address of the report's page. */
  readonly url: string;
}

/** What a report's page and its print are called. */
export const reportTitle = (t: Translate, year: number): string =>
  t("yearReport.titleOf", { from: String(year), to: String(year + 1) });

/** The yearly report to be printed and filed: the tables of its page, its notes, when it was made and its hash. */
export function yearReportNote(
  { content, contentHash, madeAt }: Kept,
  { t, format, url }: Reader,
): PdfDocument {
  const title = reportTitle(t, content.year);
  const made = t("yearReport.made", { date: format.date(madeAt) });
  return {
    title,
    eyebrow: t("yearReport.eyebrow"),
    language: format.locale,
    author: t("app.name"),
    createdAt: madeAt,
    footer: t("call.pdf.page", { reference: `${content.year}–${content.year + 1}`, ...PAGE_PLACES }),
    blocks: [
      {
        kind: "text",
        text: t("yearReport.lead", { from: format.date(content.from), to: format.date(content.to) }),
      },
      { kind: "text", text: made },
      ...reportTables(content, { t, format }).flatMap((table): readonly PdfBlock[] => [
        { kind: "heading", level: 2, text: table.title },
        { kind: "text", text: table.lead },
        { kind: "table", title: table.title, head: table.head, rows: table.rows.map(({ cells }) => cells) },
      ]),
      { kind: "heading", level: 2, text: t("yearReport.notes") },
      { kind: "list", items: REPORT_NOTES.map((note) => t(`yearReport.note.${note}`)) },
      { kind: "text", text: t("yearReport.hash", { hash: contentHash }) },
      { kind: "text", text: t("yearReport.where", { url }) },
    ],
  };
}
