import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readCallByReference } from "#app/selection/call/call.queries.server.ts";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { closeCallSchema } from "#app/selection/vacancy/vacancy.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  return { title: t("selection.close.title"), call };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const { id: callId, reference } = orNotFound(await readCallByReference(params.reference ?? ""));
  const form = await readForm(request, closeCallSchema);
  if (!form.ok) return form.answer;
  const result = await closeCall(actor, { callId, reason: form.value.reason });
  return result.ok ? redirect(paths.call(reference)) : form.refuse(result.refusal);
}

export default function CloseCall() {
  const { title, call } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "close", lastResult: reply?.lastResult });
  const { state, phase, takesUntil, timeZone, reference } = call;
  return (
    <>
      <CallFormHeader
        title={title}
        call={call}
        lead={takesUntil && t("call.closeLead", { time: format.dateTime(takesUntil, timeZone) })}
      />
      {state === "open" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          {phase !== "past" && (
            <TextArea
              {...fieldProps(fields.reason, say)}
              label={t("selection.close.reason")}
              hint={t("call.closeReasonHint")}
              maxLength={1000}
              rows={2}
              required
            />
          )}
          <FormActions note={t("selection.close.note")}>
            <Button>{title}</Button>
          </FormActions>
        </Form>
      ) : (
        <Alert
          title={t("selection.close.done")}
          actions={<LinkButton to={paths.call(reference)}>{reference}</LinkButton>}
        />
      )}
    </>
  );
}
