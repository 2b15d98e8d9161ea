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
import { assignClearance } from "#app/selection/clearance/assign-clearance.server.ts";
import { readClearance } from "#app/selection/clearance/clearance.queries.server.ts";
import { ownerSchema } from "#app/selection/clearance/clearance-answer.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "clearance.record"));
  const clearance = orNotFound(await readClearance(actor, readId(params.clearanceId)));
  const t = await translatorOf(request);
  return { title: t("vetting.gate.assign"), clearance };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const clearanceId = readId(params.clearanceId);
  permit(can(actor, "clearance.record"));
  const form = await readForm(request, ownerSchema);
  if (!form.ok) return form.answer;
  const result = await assignClearance(actor, { clearanceId, form: form.value });
  return result.ok ? redirect(paths.clearance(clearanceId)) : form.refuse(result.refusal);
}

export default function AssignClearance() {
  const { title, clearance } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ version: string; ownerId: string }>({
    id: "owner",
    lastResult: reply?.lastResult,
    defaultValue: { ownerId: clearance.ownerId ?? "" },
  });
  const { id, kind, name, officers, version } = clearance;
  const gate = t("vetting.gate.of", { what: t(`selection.clearance.kind.${kind}`), name });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, clearance)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.clearance(id), label: gate }]}
        lead={t("vetting.gate.assignLead")}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name={fields.version.name} value={version} />
        <FormStack>
          <SelectField
            {...fieldProps(fields.ownerId, say)}
            label={t("vetting.gate.newOwner")}
            placeholder={t("selection.setPanel.choose")}
            options={officers.map((officer) => ({ value: officer.id, label: officer.name }))}
            required
          />
        </FormStack>
        <FormActions>
          <Button>{title}</Button>
          <LinkButton to={paths.clearance(id)}>{t("vetting.gate.back")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
