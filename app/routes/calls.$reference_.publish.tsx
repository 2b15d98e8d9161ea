import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listStatesNamed } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readCallByReference } from "#app/selection/call/call.queries.server.ts";
import { CallFacts } from "#app/selection/call/call-facts.tsx";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  const toEvery = call.targetedStateCodes.length === 0;
  return {
    title: t("selection.publish.title"),
    call: { ...call, toEvery },
    states: toEvery ? null : await listStatesNamed(call.targetedStateCodes),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const { id: callId, reference } = orNotFound(await readCallByReference(params.reference ?? ""));
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const result = await publishCall(actor, { callId });
  if (result.ok) return redirect(paths.call(reference));
  return form.refuse({ ...result.refusal, field: undefined });
}

export default function PublishCall() {
  const { title, call, states } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const [form] = useForm({ id: "publish", lastResult: reply?.lastResult });
  return (
    <>
      <CallFormHeader title={title} call={call} lead={t("selection.publish.lead")} />
      {call.state === "draft" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <CallFacts call={call} states={states} />
          <FormActions note={t("selection.publish.note")}>
            <Button>{title}</Button>
            <LinkButton to={paths.editCall(call.reference)}>{t("call.edit")}</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <Alert
          title={t("call.publishedAlready")}
          actions={<LinkButton to={paths.call(call.reference)}>{call.reference}</LinkButton>}
        />
      )}
    </>
  );
}
