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
import { localTimeOf } from "#app/platform/local-time.ts";
import { readCallByReference } from "#app/selection/call/call.queries.server.ts";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { extensionSchema } from "#app/selection/call/call-notice.ts";
import { NoticeTexts } from "#app/selection/call/call-notice-fields.tsx";
import { extendCall } from "#app/selection/call/extend-call.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  return { title: t("call.extend"), call, submissionKey: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const { id: callId, reference, timeZone } = orNotFound(await readCallByReference(params.reference ?? ""));
  const form = await readForm(request, extensionSchema(timeZone));
  if (!form.ok) return form.answer;
  const result = await extendCall(actor, { callId, extension: form.value });
  return result.ok ? redirect(paths.call(reference)) : form.refuse(result.refusal);
}

interface Fields {
  submissionKey: string;
  closesAt: string;
  decisionDueOn: string;
  textEn: string;
  textFr: string;
}

export default function ExtendCall() {
  const { title, call, submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { closesAt, timeZone, vacancies } = call;
  const [form, fields] = useForm<Fields>({
    id: "extend",
    lastResult: reply?.lastResult,
    defaultValue: {
      submissionKey,
      closesAt: closesAt ? localTimeOf(new Date(closesAt), timeZone) : "",
      decisionDueOn: vacancies[0]?.decisionDueOn ?? "",
    },
  });
  return (
    <>
      <CallFormHeader
        title={title}
        call={call}
        lead={closesAt && t("call.extendLead", { time: format.dateTime(closesAt, timeZone) })}
      />
      {call.state === "open" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input
            type="hidden"
            name={fields.submissionKey.name}
            value={fields.submissionKey.value ?? submissionKey}
          />
          <FormStack>
            <DateTimeField
              {...fieldProps(fields.closesAt, say)}
              type="datetime-local"
              label={t("call.extendTo")}
              zone={timeZone.replaceAll("_", " ")}
              required
            />
            {call.kind === "vacancies" && (
              <DateTimeField
                {...fieldProps(fields.decisionDueOn, say)}
                label={t("selection.publish.decisionDueOn")}
                required
              />
            )}
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
