import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly years: readonly { readonly year: number; readonly madeOn: string | null }[];
}

/** The years of which there is a report, and when each was made. */
export function YearReportList({ years }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("yearReport.all")}
      captionHidden
      rows={years}
      rowKey={({ year }) => String(year)}
      empty={<p className="text-muted">{t("yearReport.none")}</p>}
      columns={[
        {
          key: "year",
          header: t("accountability.year"),
          rowHeader: true,
          cell: ({ year }) => (
            <Link to={paths.yearReport(year)}>
              {t("accountability.yearOf", { from: String(year), to: String(year + 1) })}
            </Link>
          ),
        },
        {
          key: "made",
          header: t("yearReport.madeOn"),
          cell: ({ madeOn }) => (madeOn ? format.date(madeOn) : t("yearReport.whenOpened")),
        },
        {
          key: "pdf",
          header: t("yearReport.print"),
          cell: ({ year }) => (
            <Link to={paths.yearReportPdf(year, format.locale)} reloadDocument>
              {t("yearReport.pdf")}
              <span className="sr-only">
                {t("yearReport.pdfOf", { from: String(year), to: String(year + 1) })}
              </span>
            </Link>
          ),
        },
      ]}
    />
  );
}
