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
import {
  readSheetHistory,
  SHEET_VERSIONS_PER_PAGE,
} from "#app/selection/sheet/sheet-history.queries.server.ts";
import { SheetHistory } from "#app/selection/sheet/sheet-history.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const number = pageOf(request.url);
  const asked = new URL(request.url).searchParams.get("sheet");
  const page = orNotFound(
    await readSheetHistory(actor, readId(params.panelId), readId(params.candidacyId), {
      ...{ sheet: asked, page: number },
    }),
  );
  const t = await translatorOf(request);
  const title = t("sheetHistory.title", { name: page.name });
  return { title, page, number, perPage: SHEET_VERSIONS_PER_PAGE };
}

/** How a score sheet came to be what it is. */
export default function SheetHistoryRoute() {
  const { title, page, number, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { panelId, candidacyId, own } = page;
  const back = own && (
    <LinkButton to={paths.sheet(panelId, candidacyId)}>{t("sheetHistory.toSheet")}</LinkButton>
  );
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={panelId}
        title={title}
        lead={t(own ? "sheetHistory.leadOwn" : "sheetHistory.lead")}
        actions={back}
      />
      {page.versions.length === 0 && (
        <EmptyState title={t("sheetHistory.none")} text={t("sheetHistory.noneText")} action={back} />
      )}
      <SheetHistory page={page} />
      <Pages page={number} perPage={perPage} total={page.total} />
    </>
  );
}
