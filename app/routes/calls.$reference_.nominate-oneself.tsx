import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SIGN_IN_MINUTES } from "#app/access/auth.server.ts";
import { can } from "#app/access/can.ts";
import { openOwnAccount } from "#app/access/create-account.server.ts";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { requestSignIn } from "#app/access/request-sign-in.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { SignInCodeForm } from "#app/access/sign-in-code-form.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { findOwnCall } from "#app/selection/call/call-facts.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

const schema = z.object({ name: z.string().trim().min(1).max(160), email: z.email().trim().max(254) });

/** Public: where somebody begins to nominate themself, by a link that is sent to them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const actor = await getActor(request);
  const call = orNotFound(await findOwnCall(params.reference ?? ""));
  if (call.allowed && actor && can(actor, "nomination.submitOwn")) throw redirect(paths.ownDraft(call.id));
  return { title: t("nominating.own.title"), call };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const call = orNotFound(await findOwnCall(params.reference ?? ""));
  const form = await readForm(request, schema);
  if (!form.ok) return form.answer;
  if (!call.allowed) return form.refuse({ code: "selfNotAllowed", params: {} });
  await openOwnAccount(form.value);
  await requestSignIn(form.value.email, request.headers, paths.ownDraft(call.id));
  return data({ sentTo: form.value.email, back: paths.ownDraft(call.id), minutes: SIGN_IN_MINUTES });
}

export default function NominateOneself() {
  const { title, call } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={call.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.call(call.reference), label: call.reference }]}
        lead={call.allowed && t("nominating.own.startLead")}
      />
      {!call.allowed && (
        <Alert
          role="note"
          title={t("nominating.own.notAllowed")}
          actions={<LinkButton to={paths.call(call.reference)}>{t("selection.consent.readCall")}</LinkButton>}
        >
          {t("nominating.own.secondedOnly")}
        </Alert>
      )}
      {answer && "sentTo" in answer && (
        <>
          <Alert tone="good" title={t("nominating.own.sent")}>
            {t("nominating.own.sentText", { minutes: answer.minutes })}
          </Alert>
          <SignInCodeForm email={answer.sentTo} minutes={answer.minutes} back={answer.back} />
        </>
      )}
      {call.allowed && !(answer && "sentTo" in answer) && <StartForm reply={answer} />}
    </>
  );
}

function StartForm({ reply }: { readonly reply: FormReply | undefined }) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<z.infer<typeof schema>>({ id: "oneself", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <TextField
          {...fieldProps(fields.name, say)}
          label={t("nominating.own.name")}
          autoComplete="name"
          required
        />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          label={t("selection.person.email")}
          autoComplete="email"
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("nominating.own.start")}</Button>
      </FormActions>
    </Form>
  );
}
