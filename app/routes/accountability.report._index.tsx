import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listReportYears } from "#app/gender/year-report.queries.server.ts";
import { YearReportList } from "#app/gender/year-report-list.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { today } from "#app/platform/clock.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** The yearly reports: everybody's to read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  return { title: t("yearReport.all"), years: await listReportYears(today()) };
}

export default function YearReports() {
  const { title, years } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={title} lead={t("yearReport.allLead")} />
      <YearReportList years={years} />
    </>
  );
}
