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
import { AGENDA_PER_PAGE, readAgenda } from "#app/selection/ranking/agenda.queries.server.ts";
import { AgendaView } from "#app/selection/ranking/agenda-view.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readAgenda(actor, readId(params.panelId), pageOf(request.url)));
  const t = await translatorOf(request);
  return { title: t("selection.agenda.title"), page, perPage: AGENDA_PER_PAGE };
}

export default function AgendaRoute() {
  const { title, page, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("selection.agenda.lead", { size: page.shortlistSize })}
        actions={
          <>
            <LinkButton to={paths.ranking(page.panelId)}>{t("selection.ranking.title")}</LinkButton>
            <LinkButton to={paths.report(page.panelId)}>{t("selection.report.title")}</LinkButton>
          </>
        }
      />
      <AgendaView page={page} />
      <Pages page={page.page} perPage={perPage} total={page.total} />
    </>
  );
}
