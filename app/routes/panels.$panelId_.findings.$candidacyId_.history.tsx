import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readFindingHistory, VERSIONS_PER_PAGE } from "#app/selection/report/finding.queries.server.ts";
import { FindingHistory } from "#app/selection/report/finding-history.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const ids = [readId(params.panelId), readId(params.candidacyId)] as const;
  const number = pageOf(request.url);
  const page = orNotFound(await readFindingHistory(actor, ...ids, number));
  const t = await translatorOf(request);
  const title = t("selection.finding.historyOf", { name: page.name });
  return { title, page, number, perPage: VERSIONS_PER_PAGE };
}

export default function FindingHistoryRoute() {
  const { title, page, number, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { panelId, candidacyId } = page;
  const back = <LinkButton to={paths.finding(panelId, candidacyId)}>{t("selection.finding.one")}</LinkButton>;
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={panelId}
        title={title}
        lead={t("selection.finding.historyLead")}
        actions={back}
      />
      {page.versions.length === 0 && (
        <EmptyState
          title={t("selection.finding.notYet")}
          text={t("selection.finding.historyNone")}
          action={back}
        />
      )}
      <FindingHistory page={page} />
      <Pages page={number} perPage={perPage} total={page.total} />
    </>
  );
}
