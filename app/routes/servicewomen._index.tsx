import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listServiceReports, SERVICES_PER_PAGE } from "#app/gender/service-report.queries.server.ts";
import { ServiceStates } from "#app/gender/service-states.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The last report of each state: counts may be of few people, so for those who oversee. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "services.list"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const list = await listServiceReports(page);
  return { title: t("gender.services.title"), page, perPage: SERVICES_PER_PAGE, ...list };
}

export default function Servicewomen() {
  const { title, states, total, page, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.services.listLead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.balance(), label: t("gender.balance.title") },
          { to: paths.uniformed(), label: t("gender.uniformed.title") },
        ]}
      />
      <ServiceStates states={states} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
