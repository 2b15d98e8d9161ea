import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { callOffInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { readInterview } from "#app/selection/interview/interview.queries.server.ts";
import { callOffSchema } from "#app/selection/interview/interview.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "interview.arrange"));
  const page = orNotFound(await readInterview(actor, readId(params.panelId), readId(params.candidacyId)));
  if (!page.interview) throw notFound();
  if (page.interview.cancelled || !page.open) throw redirect(paths.panel(page.panelId));
  const t = await translatorOf(request);
  return { title: t("interview.callOffOf", { name: page.name }), page, interview: page.interview };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "interview.arrange"));
  const at = { panelId: readId(params.panelId), candidacyId: readId(params.candidacyId) };
  const form = await readForm(request, callOffSchema);
  if (!form.ok) return form.answer;
  const result = await callOffInterview(actor, { ...at, ...form.value });
  return result.ok ? redirect(paths.panel(at.panelId)) : form.refuse(result.refusal);
}

export default function CallOffInterview() {
  const { title, page, interview } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const [form] = useForm({ id: "call-off", lastResult: reply?.lastResult });
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("interview.callOffLead", { time: format.dateTime(interview.startsAt) })}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="version" value={interview.sequence} />
        <FormActions>
          <Button>{t("interview.callOff")}</Button>
          <LinkButton to={paths.panel(page.panelId)}>{t("selection.panel.one")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
