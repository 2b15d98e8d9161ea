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
import { TIME_ZONES } from "#app/platform/local-time.ts";
import { caseTitle } from "#app/selection/case-title.ts";
import { publishVacancy } from "#app/selection/publish-vacancy.server.ts";
import { RubricTable } from "#app/selection/rubric-table.tsx";
import { readVacancy } from "#app/selection/vacancy.queries.server.ts";
import { callDatesSchema, HEADQUARTERS_TIME_ZONE, LEAST_CALL_DAYS } from "#app/selection/vacancy.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DateTimeField, SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.publish"));
  const t = await translatorOf(request);
  const vacancy = orNotFound(await readVacancy(readId(params.vacancyId)));
  return { title: t("selection.publish.title"), vacancy, zones: TIME_ZONES };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = readId(params.vacancyId);
  const form = await readForm(request, callDatesSchema);
  if (!form.ok) return form.answer;
  const result = await publishVacancy(actor, { vacancyId, dates: form.value });
  return result.ok ? redirect(paths.vacancy(vacancyId)) : form.refuse(result.refusal);
}

interface Fields {
  closesAt: string;
  timeZone: string;
  decisionDueOn: string;
}

export default function PublishVacancy() {
  const { title, vacancy, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "publish",
    lastResult: reply?.lastResult,
    defaultValue: { timeZone: HEADQUARTERS_TIME_ZONE },
  });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${vacancy.reference} · ${caseTitle(format.locale, vacancy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancy(vacancy.id), label: vacancy.reference }]}
        lead={t("selection.publish.lead")}
      />
      {vacancy.state === "draft" ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <FormStack>
            <DateTimeField
              {...fieldProps(fields.closesAt, say)}
              type="datetime-local"
              label={t("selection.publish.closesAt")}
              hint={t("selection.publish.closesAtHint", { days: LEAST_CALL_DAYS })}
              required
            />
            <SelectField
              {...fieldProps(fields.timeZone, say)}
              label={t("selection.publish.timeZone")}
              options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
              required
            />
            <DateTimeField
              {...fieldProps(fields.decisionDueOn, say)}
              label={t("selection.publish.decisionDueOn")}
              required
            />
          </FormStack>
          <FormActions note={t("selection.publish.note")}>
            <Button>{title}</Button>
          </FormActions>
        </Form>
      ) : (
        <Alert title={t("refusal.wrongState")} />
      )}
      <Section title={t("selection.rubric.title")} lead={t("selection.rubric.lead")}>
        <RubricTable criteria={vacancy.rubric.criteria} />
      </Section>
    </>
  );
}
