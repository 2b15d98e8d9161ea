import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { listNominatingStates, STATES_PER_PAGE } from "#app/selection/nomination/state.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "states.list"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const list = await listNominatingStates(languageOf(request), page);
  return { title: t("nominating.state.list"), page, perPage: STATES_PER_PAGE, ...list };
}

export default function States() {
  const { title, states, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={title} lead={t("nominating.state.listLead")} />
      <DataTable
        caption={title}
        captionHidden
        rows={states}
        rowKey={({ code }) => code}
        empty={
          <EmptyState
            title={t("nominating.state.none")}
            action={<LinkButton to={paths.calls()}>{t("selection.call.list")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "name",
            header: t("nominating.column.state"),
            rowHeader: true,
            cell: (state) => <Link to={paths.state(state.code)}>{nameIn(format.locale, state)}</Link>,
          },
          {
            key: "region",
            header: t("nominating.state.region"),
            cell: ({ regionalGroup }) => t(regionName(regionalGroup)),
          },
          {
            key: "count",
            header: t("nominating.state.nominees"),
            align: "end",
            cell: ({ nominations }) => format.number(nominations),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
