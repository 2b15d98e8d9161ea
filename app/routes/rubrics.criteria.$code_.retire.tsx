import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readCriterion } from "#app/selection/rubric/library.queries.server.ts";
import { retirementSchema } from "#app/selection/rubric/library-criterion.ts";
import { retireCriterion } from "#app/selection/rubric/retire-criterion.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const t = await translatorOf(request);
  const { versions, uses } = orNotFound(await readCriterion(actor, params.code ?? ""));
  return { title: t("rubric.retire"), latest: orNotFound(versions[0] ?? null), uses: uses.total };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const code = params.code ?? "";
  const form = await readForm(request, retirementSchema);
  if (!form.ok) return form.answer;
  const result = await retireCriterion(actor, { code, retirement: form.value });
  return result.ok ? redirect(paths.criterion(code)) : form.refuse(result.refusal);
}

export default function RetireCriterion() {
  const { title, latest, uses } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ version: string; reason: string }>({
    id: "retire",
    lastResult: reply?.lastResult,
  });
  const { code, name, version, retired } = latest;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${code} · ${inLanguage(format.locale, name)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.criteria(), label: t("rubric.library") },
          { to: paths.criterion(code), label: code },
        ]}
        lead={t("rubric.retireLead", { count: uses })}
      />
      {retired ? (
        <Alert title={t("refusal.criterionRetired")} role="note" />
      ) : (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input type="hidden" name={fields.version.name} value={version} />
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("rubric.whyRetired")}
            maxLength={1000}
            required
          />
          <FormActions note={t("rubric.retireNote")}>
            <Button variant="danger">{title}</Button>
            <LinkButton to={paths.criterion(code)}>{t("rubric.leave")}</LinkButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
