import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readPlan } from "#app/selection/panel/phase.queries.server.ts";
import { planSchema } from "#app/selection/panel/phase-plan.ts";
import { PhasePlanForm } from "#app/selection/panel/phase-plan-form.tsx";
import { planPhases } from "#app/selection/panel/plan-phases.server.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const plan = orNotFound(await readPlan(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("phase.plan"), plan };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(can(actor, "panel.set"));
  const form = await readForm(request, planSchema);
  if (!form.ok) return form.answer;
  const result = await planPhases(actor, { panelId, plan: form.value });
  return result.ok ? redirect(paths.panel(panelId)) : form.refuse(result.refusal);
}

export default function PlanPhases() {
  const { title, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader vacancy={plan.vacancy} panelId={plan.panelId} title={title} lead={t("phase.planLead")} />
      <PhasePlanForm key={plan.version} plan={plan} reply={reply} />
    </>
  );
}
