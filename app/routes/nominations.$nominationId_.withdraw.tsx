import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { WITHDRAWAL_REASON_LENGTH, withdrawalSchema } from "#app/selection/nomination/nominee-list.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const t = await translatorOf(request);
  const nomination = orNotFound(await readNomination(actor, readId(params.nominationId)));
  permit(can(actor, "nomination.withdraw", nomination));
  const { id, person, call } = nomination;
  return {
    title: t("selection.nomination.withdraw"),
    id,
    name: `${person.givenName} ${person.familyName}`,
    call,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  permit(can(actor, "nomination.withdraw", orNotFound(await readNomination(actor, nominationId))));
  const form = await readForm(request, withdrawalSchema);
  if (!form.ok) return form.answer;
  const result = await withdrawNomination(actor, { nominationId, ...form.value });
  return result.ok ? redirect(paths.list(result.value.callId)) : form.refuse(result.refusal);
}

export default function WithdrawNomination() {
  const { title, id, name, call } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "withdraw", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={call}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.nomination(id), label: name }]}
        lead={t("nominating.withdraw.lead", { name })}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("nominating.withdraw.reason")}
          hint={t("nominating.withdraw.reasonHint", { characters: WITHDRAWAL_REASON_LENGTH })}
          maxLength={1000}
          rows={3}
          required
        />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.nomination(id)}>{t("selection.nomination.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
