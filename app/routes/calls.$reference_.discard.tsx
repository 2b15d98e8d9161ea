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
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { readCallByReference } from "#app/selection/call/call.queries.server.ts";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { discardCall } from "#app/selection/call/discard-call.server.ts";
import { didDiscardCall } from "#app/selection/nomination/find-discarded.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  return {
    title: t("call.discard"),
    call: orNotFound(await readCallByReference(params.reference ?? "")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const reference = params.reference ?? "";
  const call = await readCallByReference(reference);
  if (!call && (await didDiscardCall(actor, reference))) return redirect(paths.calls());
  const { id: callId } = orNotFound(call);
  const form = await readForm(request, z.object({ version: versionNumber }));
  if (!form.ok) return form.answer;
  const result = await discardCall(actor, { callId, version: form.value.version });
  return result.ok ? redirect(paths.calls()) : form.refuse(result.refusal);
}

export default function DiscardCall() {
  const { title, call } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const [form, fields] = useForm<{ version: string }>({ id: "discard", lastResult: reply?.lastResult });
  const back = <LinkButton to={paths.call(call.reference)}>{t("call.keepDraft")}</LinkButton>;
  return (
    <>
      <CallFormHeader title={title} call={call} lead={t("call.discardLead")} />
      {call.state === "draft" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input type="hidden" name={fields.version.name} value={call.version} />
          <FormActions>
            <Button variant="danger">{title}</Button>
            {back}
          </FormActions>
        </Form>
      ) : (
        <Alert role="note" title={t("refusal.callPublishedAlready")} actions={back} />
      )}
    </>
  );
}
