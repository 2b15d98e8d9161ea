import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { CriterionForm } from "#app/selection/rubric/criterion-form.tsx";
import { newCriterionSchema } from "#app/selection/rubric/library-criterion.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const t = await translatorOf(request);
  return { title: t("rubric.addCriterion") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "criterion.keep"));
  const form = await readForm(request, newCriterionSchema);
  if (!form.ok) return form.answer;
  const result = await addCriterion(actor, form.value);
  return result.ok ? redirect(paths.criterion(result.value.code)) : form.refuse(result.refusal);
}

export default function AddCriterion() {
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.rubrics(), label: t("rubric.list") },
          { to: paths.criteria(), label: t("rubric.library") },
        ]}
        lead={t("rubric.addLead")}
      />
      <CriterionForm before={null} back={paths.criteria()} reply={reply} />
    </>
  );
}
