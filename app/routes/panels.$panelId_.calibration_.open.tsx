import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
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
import { CALIBRATION_REASON_LENGTH, openSamplesSchema } from "#app/selection/sheet/calibration.ts";
import { SampleMembers } from "#app/selection/sheet/calibration-view.tsx";
import { openSamples } from "#app/selection/sheet/lead-calibration.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readCalibration(actor, readId(params.panelId)));
  permit(page.leads);
  if (!page.mayOpen) throw redirect(paths.calibration(page.panelId));
  const t = await translatorOf(request);
  return { title: t("calibration.openEarly"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(orNotFound(await readCalibration(actor, panelId)).leads);
  const form = await readForm(request, openSamplesSchema);
  if (!form.ok) return form.answer;
  const result = await openSamples(actor, { panelId, ...form.value });
  return result.ok ? redirect(paths.calibration(panelId)) : form.refuse(result.refusal);
}

/** The chair's way on where a member does not hand in: who is wanting, and why the panel does not wait. */
export default function OpenSamples() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "open", lastResult: reply?.lastResult });
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("calibration.openEarlyLead")}
      />
      <Section title={t("selection.panel.members")}>
        <SampleMembers page={page} />
      </Section>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("calibration.openReason")}
          hint={t("calibration.reasonHint", { characters: CALIBRATION_REASON_LENGTH })}
          maxLength={1000}
          rows={3}
        />
        <FormActions>
          <Button>{t("calibration.openNow")}</Button>
          <LinkButton to={paths.calibration(page.panelId)}>{t("calibration.title")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
