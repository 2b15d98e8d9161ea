import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readCalibration } from "#app/selection/sheet/calibration.queries.server.ts";
import { agreementSchema } from "#app/selection/sheet/calibration.ts";
import { CalibrationNotice, LevelAgreement, SampleMembers } from "#app/selection/sheet/calibration-view.tsx";
import { agreeLevels } from "#app/selection/sheet/lead-calibration.server.ts";
import { SampleText } from "#app/selection/sheet/sample-text.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readCalibration(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("calibration.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(orNotFound(await readCalibration(actor, panelId)).leads);
  const form = await readForm(request, agreementSchema);
  if (!form.ok) return form.answer;
  const result = await agreeLevels(actor, { panelId, agreement: form.value });
  return result.ok ? redirect(paths.calibration(panelId)) : form.refuse(result.refusal);
}

/** What the panel makes of an invented case, before it scores anybody. */
export default function Calibration() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("calibration.lead")}
        actions={
          page.mayChoose && (
            <LinkButton to={paths.chooseSample(page.panelId)}>{t("calibration.choose")}</LinkButton>
          )
        }
      />
      <CalibrationNotice page={page} />
      <Section title={t("calibration.case")}>
        <SampleText sample={page.sample} />
      </Section>
      {page.opened ? (
        <Section title={t("calibration.spread")} lead={t("calibration.spreadLead")}>
          <LevelAgreement key={page.version} page={page} reply={reply} />
        </Section>
      ) : (
        <Section title={t("selection.panel.members")}>
          <SampleMembers page={page} />
        </Section>
      )}
    </>
  );
}
