import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { REPORT_NOTES, type ReportTable } from "./year-report-tables.ts";

/** The tables of a yearly report, each with what it counts. */
export function YearReportTables({ tables }: { readonly tables: readonly ReportTable[] }) {
  return tables.map((table) => (
    <Section key={table.key} id={table.key} title={table.title} lead={table.lead}>
      <DataTable
        caption={table.title}
        captionHidden
        rows={table.rows}
        rowKey={({ key }) => key}
        empty={null}
        columns={table.head.map((header, at) => ({
          key: header,
          header,
          rowHeader: at === 0,
          cell: ({ cells }: ReportTable["rows"][number]) => cells[at],
        }))}
      />
    </Section>
  ));
}

interface NotesProps {
  readonly year: number;
  readonly hash: string;
}

/** Definitions and method of a report, and by what it is known to be the one that was made. */
export function YearReportNotes({ year, hash }: NotesProps) {
  const { t } = useLanguage();
  return (
    <Section title={t("yearReport.notes")}>
      <ul className="measure grid list-disc gap-2 ps-5">
        {REPORT_NOTES.map((note) => (
          <li key={note}>{t(`yearReport.note.${note}`)}</li>
        ))}
      </ul>
      <p className="measure mt-4 text-sm wrap-anywhere text-muted">{t("yearReport.hash", { hash })}</p>
      <p className="mt-2 print:hidden">
        <a href={paths.yearReportJson(year)}>{t("yearReport.json")}</a>
      </p>
    </Section>
  );
}

/** The ways to take a report along. */
export function YearReportLinks({ year }: { readonly year: number }) {
  const { t, format } = useLanguage();
  return (
    <>
      <LinkButton variant="primary" to={paths.yearReportPdf(year, format.locale)} reloadDocument>
        {t("yearReport.pdf")}
      </LinkButton>
      <LinkButton to={paths.yearReports()}>{t("yearReport.all")}</LinkButton>
    </>
  );
}
