import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { makePledge } from "#app/cadre/keep-pledge.server.ts";
import { statePledgeSchema } from "#app/cadre/state-pledge.ts";
import { StatePledgeForm } from "#app/cadre/state-pledge-form.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "statePledge.make", { stateCode: actingState(actor) }));
  const t = await translatorOf(request);
  return { title: t("pledge.new"), submissionKey: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "statePledge.make", { stateCode: actingState(actor) }));
  const form = await readForm(request, statePledgeSchema);
  if (!form.ok) return form.answer;
  const result = await makePledge(actor, form.value);
  return result.ok ? redirect(paths.statePledge(result.value.pledgeId)) : form.refuse(result.refusal);
}

export default function NewPledge() {
  const { title, submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pledge.newLead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.statePledges(), label: t("pledge.register") }]}
      />
      <StatePledgeForm submissionKey={submissionKey} reply={reply} />
    </>
  );
}
