import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { setTarget } from "#app/gender/set-target.server.ts";
import { newTargetSchema } from "#app/gender/target.ts";
import { NewTargetForm } from "#app/gender/target-form.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "target.set"));
  const t = await translatorOf(request);
  return { title: t("gender.target.new") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "target.set"));
  const form = await readForm(request, newTargetSchema);
  if (!form.ok) return form.answer;
  const result = await setTarget(actor, form.value);
  return result.ok ? redirect(paths.target(result.value.targetId)) : form.refuse(result.refusal);
}

export default function NewTarget() {
  const { title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.target.newLead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.balance(), label: t("gender.balance.title") },
          { to: paths.targets(), label: t("gender.targets.title") },
        ]}
      />
      <NewTargetForm reply={reply} />
    </>
  );
}
