import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { makeYearReport } from "#app/gender/make-year-report.server.ts";
import { yearOfAddress } from "#app/gender/year-report-address.ts";
import { reportTitle } from "#app/gender/year-report-note.ts";
import { YearReportLinks, YearReportNotes, YearReportTables } from "#app/gender/year-report-page.tsx";
import { reportTables } from "#app/gender/year-report-tables.ts";
import { formatter } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { KEPT_FOR, openHeaders } from "#app/platform/answer-openly.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The report of a closed year, everybody's to read; made where it was not yet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const { year, content, contentHash, madeAt } = orNotFound(
    await makeYearReport(actor, yearOfAddress(params.year)),
  );
  const tables = reportTables(content, { t, format: formatter(languageOf(request), "UTC") });
  const { from, to } = content;
  const shown = { title: reportTitle(t, year), year, tables, from, to, contentHash };
  const kept = { hash: contentHash, since: madeAt, freshFor: KEPT_FOR };
  return data(
    { ...shown, madeOn: madeAt.toISOString().slice(0, 10) },
    { headers: actor ? {} : openHeaders(kept, "report") },
  );
}

export default function YearReportPage() {
  const { title, year, tables, from, to, contentHash, madeOn } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("yearReport.lead", { from: format.date(from), to: format.date(to) })}
        meta={t("yearReport.made", { date: format.date(madeOn) })}
        breadcrumbs={[{ to: paths.yearReports(), label: t("yearReport.all") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        actions={<YearReportLinks year={year} />}
      />
      <YearReportTables tables={tables} />
      <YearReportNotes year={year} hash={contentHash} />
    </>
  );
}
