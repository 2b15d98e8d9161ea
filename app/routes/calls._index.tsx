import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { getActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { CALLS_PER_PAGE, listCalls } from "#app/selection/call/call.queries.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { callTitle } from "#app/selection/call/call-title.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** Every call the reader may know of, open or past; for the secretariat those still drafted too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const page = pageOf(request.url);
  return {
    title: t("selection.call.list"),
    page,
    perPage: CALLS_PER_PAGE,
    mayDraft: actor !== null && can(actor, "call.manage"),
    ...(await listCalls(actor, page)),
  };
}

export default function Calls() {
  const { title, calls, total, page, perPage, mayDraft } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.call.listLead")}
        actions={
          mayDraft && (
            <>
              <LinkButton variant="primary" to={paths.newCall({})}>
                {t("call.new")}
              </LinkButton>
              <LinkButton to={paths.newCall({ kind: "global" })}>{t("call.newGlobal")}</LinkButton>
            </>
          )
        }
      />
      <DataTable
        caption={title}
        captionHidden
        rows={calls}
        rowKey={({ id }) => id}
        highlight={({ phase }) => takesNominations(phase)}
        empty={
          <EmptyState
            title={t("selection.call.none")}
            text={t("selection.call.noneText")}
            action={<LinkButton to={paths.balance()}>{t("nav.balance")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "call",
            header: t("call.one"),
            rowHeader: true,
            cell: (call) => (
              <>
                <Link to={paths.call(call.reference)}>{callTitle(format.locale, call)}</Link>
                <span className="block font-normal text-muted">{call.reference}</span>
              </>
            ),
          },
          {
            key: "kind",
            header: t("call.kind"),
            cell: ({ kind, vacancies }) => t(`call.kind.${kind}`, { count: vacancies.length }),
          },
          {
            key: "closes",
            header: t("selection.call.closes"),
            cell: ({ closesAt, timeZone }) => (closesAt ? format.dateTime(closesAt, timeZone) : "–"),
          },
          {
            key: "state",
            header: t("selection.vacancy.state"),
            cell: ({ phase }) => (
              <Badge tone={phase === "open" ? "good" : phase === "grace" ? "warn" : "neutral"}>
                {t(`call.phase.${phase}`)}
              </Badge>
            ),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
