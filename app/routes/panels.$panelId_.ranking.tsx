import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { RankingView } from "#app/selection/ranking/ranking-view.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readRanking(actor, readId(params.panelId), pageOf(request.url)));
  const t = await translatorOf(request);
  return { title: t("selection.ranking.title"), page };
}

export default function Ranking() {
  const { title, page } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("selection.ranking.informs")}
        actions={<LinkButton to={paths.report(page.panelId)}>{t("selection.report.title")}</LinkButton>}
      />
      <RankingView page={page} />
    </>
  );
}
