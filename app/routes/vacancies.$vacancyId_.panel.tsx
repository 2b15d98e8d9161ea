import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { panelSchema } from "#app/selection/panel/panel.ts";
import { PanelForm } from "#app/selection/panel/panel-form.tsx";
import { readPanelSetup } from "#app/selection/panel/panel-setup.queries.server.ts";
import { PanelSubstitutes, SubstituteLinks } from "#app/selection/panel/panel-substitutes.tsx";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { seatAsked, substitutesIn } from "#app/selection/panel/substitutes.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const setup = orNotFound(await readPanelSetup(actor, readId(params.vacancyId)));
  const t = await translatorOf(request);
  const seat = seatAsked(new URL(request.url).searchParams.get("substitute"));
  return { title: t("selection.setPanel.title"), setup, substitutes: substitutesIn(setup, seat) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = readId(params.vacancyId);
  permit(can(actor, "panel.set"));
  const form = await readForm(request, panelSchema);
  if (!form.ok) return form.answer;
  const result = await setPanel(actor, { vacancyId, panel: form.value });
  return result.ok ? redirect(paths.setPanel(vacancyId)) : form.refuse(result.refusal);
}

export default function SetPanel() {
  const { title, setup, substitutes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const name = caseTitle(format.locale, setup.vacancy);
  const { panel, vacancyId } = setup;
  const settable = panel === null || PHASE_RIGHTS[panel.phase].seats !== "none";
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${setup.vacancy.reference} · ${name}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancy(vacancyId), label: setup.vacancy.reference }]}
        lead={t("selection.setPanel.lead")}
        actions={panel && <LinkButton to={paths.panel(panel.id)}>{t("selection.panel.one")}</LinkButton>}
      />
      {panel?.phase === "forming" && !setup.recused && (
        <div className="mb-6">
          <Alert
            title={t("selection.setPanel.saved")}
            actions={
              <>
                {panel.calibrates && (
                  <LinkButton to={paths.chooseSample(panel.id)}>{t("calibration.choose")}</LinkButton>
                )}
                <LinkButton variant="primary" to={paths.openPanel(vacancyId)}>
                  {t("selection.openPanel.title")}
                </LinkButton>
              </>
            }
          >
            {t("selection.setPanel.savedText")}
          </Alert>
        </div>
      )}
      {setup.recused ? (
        <Alert tone="warn" title={t("refusal.recusedFromCase")} />
      ) : settable ? (
        <>
          {substitutes && <PanelSubstitutes {...substitutes} states={setup.states} />}
          <PanelForm key={panel?.version ?? 0} setup={setup} reply={reply} />
          {panel && (
            <SubstituteLinks vacancyId={vacancyId} members={panel.members} accounts={setup.accounts} />
          )}
        </>
      ) : (
        <Alert title={t("refusal.panelFixed")} />
      )}
    </>
  );
}
