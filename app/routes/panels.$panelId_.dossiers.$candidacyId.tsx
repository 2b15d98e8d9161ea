import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { Dossier } from "#app/selection/candidate/dossier.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const dossier = orNotFound(await readDossier(actor, panelId, readId(params.candidacyId)));
  return { title: dossier.name, dossier };
}

export default function DossierRoute() {
  const { title, dossier } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { panelId, candidacyId } = dossier;
  return (
    <>
      <PanelHeader
        vacancy={dossier.vacancy}
        panelId={panelId}
        decidedOn={dossier.decidedOn}
        title={title}
        lead={t("selection.dossier.lead")}
        actions={
          dossier.judges && (
            <LinkButton to={paths.sheet(panelId, candidacyId)}>{t("selection.panel.ownSheet")}</LinkButton>
          )
        }
      />
      <Dossier dossier={dossier} />
    </>
  );
}
