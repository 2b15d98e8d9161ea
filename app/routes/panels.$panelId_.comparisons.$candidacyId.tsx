import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readComparison } from "#app/selection/ranking/comparison.queries.server.ts";
import { SheetComparison } from "#app/selection/sheet/sheet-comparison.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = [readId(params.panelId), readId(params.candidacyId)] as const;
  const page = orNotFound(await readComparison(actor, ...at));
  const t = await translatorOf(request);
  return { title: t("interview.comparison.title", { name: page.name }), page };
}

/** What each member gave on the file, side by side, before the interviews. */
export default function Comparison() {
  const { title, page } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("interview.comparison.lead")}
        actions={
          <>
            <LinkButton to={paths.dossier(page.panelId, page.candidacyId)}>
              {t("selection.sheet.readFile")}
            </LinkButton>
            {page.mayReadVersions && (
              <LinkButton to={paths.sheetHistory(page.panelId, page.candidacyId)}>
                {t("sheetHistory.ofSheets")}
              </LinkButton>
            )}
          </>
        }
      />
      <SheetComparison page={page} />
    </>
  );
}
