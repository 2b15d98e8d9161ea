import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readDeclaration } from "#app/selection/conflict/conflict.queries.server.ts";
import { declarationSchema } from "#app/selection/conflict/conflict.ts";
import { ConflictForm } from "#app/selection/conflict/conflict-form.tsx";
import { declareConflicts } from "#app/selection/conflict/declare-conflicts.server.ts";
import { FixedConflicts } from "#app/selection/conflict/fixed-conflicts.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readDeclaration(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("selection.conflict.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const form = await readForm(request, declarationSchema);
  if (!form.ok) return form.answer;
  const result = await declareConflicts(actor, { panelId, ...form.value });
  return result.ok ? redirect(paths.panel(panelId)) : form.refuse(result.refusal);
}

export default function Conflicts() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const open = PHASE_RIGHTS[page.phase].declares;
  const nobodyLeft = page.declared && page.candidacies.length === 0;
  const back = <LinkButton to={paths.panel(page.panelId)}>{t("selection.panel.one")}</LinkButton>;
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t(page.declared ? "selection.conflict.againLead" : "selection.conflict.lead")}
      />
      {page.masked && <Alert tone="info" title={t("blind.declare")} />}
      {!open && <Alert title={t("refusal.declarationOver")} actions={back} />}
      {open && nobodyLeft && (
        <Alert title={t("selection.panel.noCandidacies")} actions={back}>
          {t("selection.panel.noCandidaciesText")}
        </Alert>
      )}
      {open && !nobodyLeft && (
        <>
          <FixedConflicts fixed={page.fixed} />
          <Section
            title={t("selection.conflict.declare")}
            lead={page.chair && t("selection.conflict.chairNote")}
          >
            <ConflictForm page={page} reply={reply} />
          </Section>
        </>
      )}
    </>
  );
}
