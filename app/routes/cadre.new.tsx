import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCadreSettings } from "#app/cadre/cadre-settings.queries.server.ts";
import { listRoleKinds } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { type DirectProposal, directProposalSchema } from "#app/cadre/readiness.ts";
import { ReadinessFields } from "#app/cadre/readiness-fields.tsx";
import { GENDERS } from "#app/gender/counts.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const t = await translatorOf(request);
  const [roleKinds, states, { readinessMonths: months }] = await Promise.all([
    listRoleKinds(),
    listStates(languageOf(request)),
    readCadreSettings(),
  ]);
  return { title: t("cadre.propose.title"), roleKinds, states, months };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const form = await readForm(request, directProposalSchema);
  if (!form.ok) return form.answer;
  const result = await proposeMember(actor, form.value);
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(paths.member(result.value.membershipId));
}

export default function ProposeMember() {
  const { roleKinds, states, months } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<DirectProposal>({ id: "propose", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={t("cadre.propose.title")}
        lead={t("cadre.propose.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.cadre(), label: t("cadre.list.title") }]}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <Fieldset legend={t("cadre.propose.person")}>
            <TextField {...fieldProps(fields.givenName, say)} label={t("cadre.propose.givenName")} required />
            <TextField
              {...fieldProps(fields.familyName, say)}
              label={t("cadre.propose.familyName")}
              required
            />
            <TextField
              {...fieldProps(fields.email, say)}
              label={t("cadre.propose.email")}
              type="email"
              required
            />
            <RadioGroup
              {...fieldProps(fields.gender, say)}
              label={t("cadre.propose.gender")}
              options={GENDERS.map((value) => ({ value, label: t(`cadre.gender.${value}`) }))}
              layout="row"
              required
            />
            <SelectField
              {...fieldProps(fields.nationality, say)}
              label={t("cadre.propose.nationality")}
              placeholder={t("cadre.propose.choose")}
              options={states}
              required
            />
          </Fieldset>
          <Fieldset legend={t("cadre.propose.assessment")} id="assessment">
            <ReadinessFields
              roleKinds={roleKinds}
              months={months}
              roleKind={fieldProps(fields.roleKindCode, say)}
              level={fieldProps(fields.level, say)}
              evidence={fieldProps(fields.evidence, say)}
            />
          </Fieldset>
        </FormStack>
        <FormActions>
          <Button>{t("cadre.propose.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
