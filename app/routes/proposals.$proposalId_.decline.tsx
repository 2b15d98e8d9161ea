import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { declineProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { declineSchema } from "#app/mentoring/matching/match-outcome.ts";
import { readProposal } from "#app/mentoring/matching/matching.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, state, other } = orNotFound(await readProposal(actor, readId(params.proposalId)));
  if (state !== "proposed") throw redirect(paths.proposal(id));
  const t = await translatorOf(request);
  return { title: t("mentoring.proposal.decline"), id, other };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const proposalId = readId(params.proposalId);
  const form = await readForm(request, declineSchema);
  if (!form.ok) return form.answer;
  const result = await declineProposal(actor, { proposalId, reason: form.value.reason });
  return result.ok ? redirect(paths.proposal(proposalId)) : form.refuse(result.refusal);
}

export default function DeclineProposal() {
  const { title, id, other } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "decline", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("mentoring.proposal.title", { other })}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.proposal(id), label: other }]}
        lead={t("mentoring.proposal.declineLead")}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("mentoring.proposal.reason")}
          mark={t("mentoring.feedback.optional")}
          hint={t("mentoring.proposal.reasonHint")}
          maxLength={1000}
          rows={3}
        />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.proposal(id)}>{t("mentoring.proposal.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
