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
import { useGateWords } from "#app/selection/clearance/candidate-gates.tsx";
import { readAppointmentCase } from "#app/selection/decision/appointment.queries.server.ts";
import { appointmentSchema } from "#app/selection/decision/appointment.ts";
import { AppointmentFacts } from "#app/selection/decision/appointment-facts.tsx";
import { appoint } from "#app/selection/decision/make-appointment.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "appointment.make"));
  const t = await translatorOf(request);
  const found = orNotFound(await readAppointmentCase(actor, readId(params.vacancyId)));
  return { title: t("selection.appoint.title"), found };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = readId(params.vacancyId);
  permit(can(actor, "appointment.make"));
  const form = await readForm(request, appointmentSchema);
  if (!form.ok) return form.answer;
  const result = await appoint(actor, { vacancyId, ...form.value });
  return result.ok ? redirect(paths.appoint(vacancyId)) : form.refuse(result.refusal);
}

export default function Appoint() {
  const { title, found } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const gateWords = useGateWords();
  const [form, fields] = useForm<{ startsOn: string; endsOn: string }>({
    id: "appointment",
    lastResult: reply?.lastResult,
  });
  const { vacancy, vacancyId, made } = found;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${vacancy.reference} · ${caseTitle(format.locale, vacancy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancy(vacancyId), label: vacancy.reference }]}
        lead={made ? undefined : t("selection.appoint.lead")}
      />
      <AppointmentFacts found={found} />
      {made ? (
        <div className="mt-6">
          <Alert
            tone="good"
            role="note"
            title={t("selection.appoint.made", {
              name: made.name,
              from: format.date(made.startsOn),
              to: format.date(made.endsOn),
            })}
            actions={<LinkButton to={paths.vacancy(vacancyId)}>{vacancy.reference}</LinkButton>}
          >
            {t("selection.appoint.madeText")}
          </Alert>
        </div>
      ) : (
        <Form method="post" id={form.id} noValidate className="mt-6">
          <FormProblems form={form} reply={reply} />
          {found.openGates.length > 0 && (
            <div className="mb-5">
              <Alert tone="warn" role="note" title={t("vetting.gate.appointmentBarred")}>
                {format.list(gateWords(found.openGates))}
              </Alert>
            </div>
          )}
          <FormStack>
            <DateTimeField
              {...fieldProps(fields.startsOn, say)}
              label={t("selection.post.startsOn")}
              required
            />
            <DateTimeField {...fieldProps(fields.endsOn, say)} label={t("selection.post.endsOn")} required />
          </FormStack>
          <FormActions note={t("selection.appoint.note")}>
            <Button>{title}</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
