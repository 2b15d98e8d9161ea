import { randomUUID } from "node:crypto";
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
import { amendCall } from "#app/selection/call/amend-call.server.ts";
import { readCallByReference } from "#app/selection/call/call.queries.server.ts";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { AMENDMENT_KINDS, amendmentSchema } from "#app/selection/call/call-notice.ts";
import { NoticeTexts } from "#app/selection/call/call-notice-fields.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  return { title: t("call.amend"), call, submissionKey: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const { id: callId, reference } = orNotFound(await readCallByReference(params.reference ?? ""));
  const form = await readForm(request, amendmentSchema);
  if (!form.ok) return form.answer;
  const result = await amendCall(actor, { callId, amendment: form.value });
  return result.ok ? redirect(paths.call(reference)) : form.refuse(result.refusal);
}

interface Fields {
  submissionKey: string;
  kind: string;
  textEn: string;
  textFr: string;
}

export default function AmendCall() {
  const { title, call, submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "amend",
    lastResult: reply?.lastResult,
    defaultValue: { submissionKey, kind: "addendum" },
  });
  return (
    <>
      <CallFormHeader title={title} call={call} lead={t("call.amendLead")} />
      {call.state === "open" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input
            type="hidden"
            name={fields.submissionKey.name}
            value={fields.submissionKey.value ?? submissionKey}
          />
          <FormStack>
            <RadioGroup
              {...fieldProps(fields.kind, say)}
              label={t("call.amendKind")}
              options={AMENDMENT_KINDS.map((value) => ({
                value,
                label: t(`call.notice.${value}`),
                hint: t(`call.notice.${value}Hint`),
              }))}
              required
            />
            <NoticeTexts fields={fields} say={say} />
          </FormStack>
          <FormActions note={t("call.toldNote")}>
            <Button>{title}</Button>
          </FormActions>
        </Form>
      ) : (
        <Alert title={t("refusal.wrongState")} />
      )}
    </>
  );
}
