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
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { closeVacancy } from "#app/selection/decision/close-vacancy.server.ts";
import { mayCloseUnfilled } from "#app/selection/lifecycle.ts";
import { readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { CLOSE_REASON_LENGTH, closeVacancySchema } from "#app/selection/vacancy/vacancy.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.close"));
  const t = await translatorOf(request);
  const { id, reference, state, roleKind, mission } = orNotFound(
    await readVacancy(actor, readId(params.vacancyId)),
  );
  const title = t("selection.closeUnfilled.title");
  return { title, id, reference, roleKind, mission, mayClose: mayCloseUnfilled(state) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = readId(params.vacancyId);
  const form = await readForm(request, closeVacancySchema);
  if (!form.ok) return form.answer;
  const result = await closeVacancy(actor, { vacancyId, reason: form.value.reason });
  return result.ok ? redirect(paths.vacancy(vacancyId)) : form.refuse(result.refusal);
}

export default function CloseWithoutAppointment() {
  const { title, id, reference, mayClose, ...vacancy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "close", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, vacancy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancy(id), label: reference }]}
        lead={t("selection.closeUnfilled.lead")}
      />
      {mayClose ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("selection.closeUnfilled.reason")}
            hint={t("selection.closeUnfilled.reasonHint", { characters: CLOSE_REASON_LENGTH })}
            maxLength={1000}
            rows={3}
            required
          />
          <FormActions note={t("selection.closeUnfilled.note")}>
            <Button variant="danger">{title}</Button>
            <LinkButton to={paths.vacancy(id)}>{t("selection.closeUnfilled.keep")}</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <Alert
          title={t("refusal.wrongState")}
          actions={<LinkButton to={paths.vacancy(id)}>{reference}</LinkButton>}
        />
      )}
    </>
  );
}
