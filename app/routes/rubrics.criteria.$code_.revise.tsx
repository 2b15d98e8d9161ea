import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { CriterionForm } from "#app/selection/rubric/criterion-form.tsx";
import { readCriterion } from "#app/selection/rubric/library.queries.server.ts";
import { revisedCriterionSchema } from "#app/selection/rubric/library-criterion.ts";
import { reviseCriterion } from "#app/selection/rubric/revise-criterion.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const t = await translatorOf(request);
  const { versions } = orNotFound(await readCriterion(actor, params.code ?? ""));
  return { title: t("rubric.revise"), latest: orNotFound(versions[0] ?? null) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const code = params.code ?? "";
  const form = await readForm(request, revisedCriterionSchema);
  if (!form.ok) return form.answer;
  const result = await reviseCriterion(actor, { code, revised: form.value });
  return result.ok ? redirect(paths.criterion(code)) : form.refuse(result.refusal);
}

export default function ReviseCriterion() {
  const { title, latest } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { code, name } = latest;
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
        lead={t("rubric.reviseLead")}
      />
      {latest.retired ? (
        <Alert title={t("refusal.criterionRetired")} role="note" />
      ) : (
        <CriterionForm before={latest} back={paths.criterion(code)} reply={reply} />
      )}
    </>
  );
}
