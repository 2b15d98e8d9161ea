import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { LANGUAGES, READY_LANGUAGES } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { askReferee } from "#app/selection/clearance/ask-referee.server.ts";
import { readClearance } from "#app/selection/clearance/clearance.queries.server.ts";
import { type NewReferee, REFERENCE_DAYS, refereeSchema } from "#app/selection/clearance/reference.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "clearance.record"));
  const clearance = orNotFound(await readClearance(actor, readId(params.clearanceId)));
  if (clearance.kind !== "references" || !clearance.open) throw notFound();
  const t = await translatorOf(request);
  return { title: t("vetting.reference.ask"), clearance };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const clearanceId = readId(params.clearanceId);
  const { candidacyId } = orNotFound(await readClearance(actor, clearanceId));
  const form = await readForm(request, refereeSchema);
  if (!form.ok) return form.answer;
  const result = await askReferee(actor, { clearanceId, referee: form.value });
  return result.ok ? redirect(paths.references(candidacyId)) : form.refuse(result.refusal);
}

export default function AskReferee() {
  const { title, clearance } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Record<keyof NewReferee, string>>({
    id: "referee",
    lastResult: reply?.lastResult,
    defaultValue: { locale: "en" },
  });
  const { candidacyId, name } = clearance;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, clearance)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          {
            to: paths.references(candidacyId),
            label: t("vetting.gate.of", { what: t("vetting.reference.title"), name }),
          },
        ]}
        lead={t("vetting.reference.askLead", { days: REFERENCE_DAYS.serves })}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <TextField
            {...fieldProps(fields.name, say)}
            label={t("vetting.reference.name")}
            maxLength={120}
            required
          />
          <TextField
            {...fieldProps(fields.email, say)}
            type="email"
            label={t("vetting.reference.email")}
            maxLength={254}
            required
          />
          <TextField
            {...fieldProps(fields.relation, say)}
            label={t("vetting.reference.relation")}
            maxLength={200}
            width="full"
            required
          />
          <SelectField
            {...fieldProps(fields.locale, say)}
            label={t("vetting.reference.locale")}
            options={READY_LANGUAGES.map((value) => ({ value, label: LANGUAGES[value].name }))}
            required
          />
        </FormStack>
        <FormActions note={t("vetting.reference.askNote")}>
          <Button>{title}</Button>
          <LinkButton to={paths.references(candidacyId)}>{t("vetting.gate.back")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
