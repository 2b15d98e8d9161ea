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
import { caseTitle } from "#app/selection/case-title.ts";
import { readClearance } from "#app/selection/clearance.queries.server.ts";
import { clearanceAnswerSchema } from "#app/selection/clearance-answer.ts";
import { ClearanceBadge } from "#app/selection/clearance-badge.tsx";
import { recordClearance } from "#app/selection/record-clearance.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "clearance.record"));
  const clearance = orNotFound(await readClearance(actor, readId(params.clearanceId)));
  const t = await translatorOf(request);
  return { title: t(`selection.clearance.kind.${clearance.kind}`), clearance };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const clearanceId = readId(params.clearanceId);
  const form = await readForm(request, clearanceAnswerSchema);
  if (!form.ok) return form.answer;
  const result = await recordClearance(actor, { clearanceId, answer: form.value });
  return result.ok ? redirect(paths.clearances()) : form.refuse(result.refusal);
}

interface Fields {
  version: string;
  outcome: string;
  validUntil: string;
}

export default function Clearance() {
  const { title, clearance } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { outcome, validUntil, version } = clearance;
  const [form, fields] = useForm<Fields>({
    id: "clearance",
    lastResult: reply?.lastResult,
    defaultValue: { outcome: outcome === "pending" ? "" : outcome, validUntil: validUntil ?? "" },
  });
  return (
    <>
      <PageHeader
        title={`${title}: ${clearance.name}`}
        eyebrow={`${clearance.reference} · ${caseTitle(format.locale, clearance)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.clearances(), label: t("nav.clearances") }]}
        lead={t("selection.clearance.oneLead")}
        meta={<ClearanceBadge clearance={clearance} />}
        actions={
          <LinkButton to={paths.attestation(clearance.candidacyId)}>
            {t("selection.attestation.read")}
          </LinkButton>
        }
      />
      {clearance.open ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input type="hidden" name={fields.version.name} value={version} />
          <FormStack>
            <RadioGroup
              {...fieldProps(fields.outcome, say)}
              label={t("selection.clearance.outcomeHeading")}
              options={(["clear", "notClear"] as const).map((value) => ({
                value,
                label: t(`selection.clearance.outcome.${value}`),
              }))}
              layout="row"
              required
            />
            <DateTimeField
              {...fieldProps(fields.validUntil, say)}
              label={t("selection.clearance.validUntil")}
              hint={t("selection.clearance.validUntilHint")}
            />
          </FormStack>
          <FormActions note={t("selection.clearance.note")}>
            <Button>{t("selection.clearance.record")}</Button>
          </FormActions>
        </Form>
      ) : (
        <p className="measure">{t("refusal.wrongState")}</p>
      )}
    </>
  );
}
