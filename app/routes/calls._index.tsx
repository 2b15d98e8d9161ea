import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { CALLS_PER_PAGE, listCalls } from "#app/selection/call.queries.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** Public: every call, open or past. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return { title: t("selection.call.list"), page, perPage: CALLS_PER_PAGE, ...(await listCalls(page)) };
}

export default function Calls() {
  const { title, calls, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={title} lead={t("selection.call.listLead")} />
      <DataTable
        caption={title}
        captionHidden
        rows={calls}
        rowKey={({ id }) => id}
        highlight={({ open }) => open}
        empty={
          <EmptyState
            title={t("selection.call.none")}
            text={t("selection.call.noneText")}
            action={<LinkButton to={paths.balance()}>{t("nav.balance")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "post",
            header: t("selection.post.one"),
            rowHeader: true,
            cell: ({ reference, roleKind }) => (
              <Link to={paths.call(reference)}>{nameIn(format.locale, roleKind)}</Link>
            ),
          },
          {
            key: "mission",
            header: t("selection.call.mission"),
            cell: ({ mission }) => `${mission.acronym} – ${nameIn(format.locale, mission)}`,
          },
          { key: "level", header: t("selection.post.level"), nowrap: true, cell: ({ level }) => level },
          {
            key: "closes",
            header: t("selection.call.closes"),
            cell: ({ closesAt, timeZone }) => (closesAt ? format.dateTime(closesAt, timeZone) : "–"),
          },
          {
            key: "state",
            header: t("selection.vacancy.state"),
            cell: ({ open, state }) => (
              <Badge tone={open ? "good" : "neutral"}>
                {t(open || state !== "open" ? `selection.vacancy.state.${state}` : "selection.call.ended")}
              </Badge>
            ),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
