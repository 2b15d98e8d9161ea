import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readSampleChoice } from "#app/selection/sheet/calibration.queries.server.ts";
import { sampleCaseSchema } from "#app/selection/sheet/calibration.ts";
import { OfferedSamples, SampleForm } from "#app/selection/sheet/sample-choice.tsx";
import { SampleText } from "#app/selection/sheet/sample-text.tsx";
import { setSample } from "#app/selection/sheet/set-sample.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const choice = orNotFound(await readSampleChoice(actor, readId(params.panelId)));
  const from = new URL(request.url).searchParams.get("from");
  const taken =
    from === null ? choice.sample : (choice.offered.find((offered) => offered.key === from) ?? null);
  const t = await translatorOf(request);
  return { title: t("calibration.choose"), choice, taken, from };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(can(actor, "panel.set"));
  const form = await readForm(request, sampleCaseSchema);
  if (!form.ok) return form.answer;
  const result = await setSample(actor, { panelId, sample: form.value });
  return result.ok ? redirect(paths.calibration(panelId)) : form.refuse(result.refusal);
}

/** Which invented case a panel scores: one that is offered, one changed, or one's own. */
export default function ChooseSample() {
  const { title, choice, taken, from } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={choice.vacancy}
        panelId={choice.panelId}
        title={title}
        lead={t("calibration.chooseLead")}
      />
      {choice.open ? (
        <>
          <Section title={t("calibration.offered")}>
            <OfferedSamples choice={choice} />
          </Section>
          <Section title={t("calibration.case")}>
            <SampleForm key={`${from} ${choice.version}`} choice={choice} taken={taken} reply={reply} />
          </Section>
        </>
      ) : (
        <>
          <Alert title={t("refusal.sampleFixed")} />
          {choice.sample && (
            <Section title={t("calibration.case")}>
              <SampleText sample={choice.sample} />
            </Section>
          )}
        </>
      )}
    </>
  );
}
