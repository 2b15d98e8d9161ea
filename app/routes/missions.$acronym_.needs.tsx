import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { listLanguages, readMission } from "#app/selection/needs/mission.queries.server.ts";
import { needsFormSchema } from "#app/selection/needs/needs.ts";
import { NeedsForm } from "#app/selection/needs/needs-form.tsx";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "needs.set"));
  const t = await translatorOf(request);
  const [mission, languages] = await Promise.all([readMission(actor, params.acronym ?? ""), listLanguages()]);
  return { title: t("selection.needs.title"), mission: orNotFound(mission), languages };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "needs.set"));
  const { id, acronym } = orNotFound(await readMission(actor, params.acronym ?? ""));
  const form = await readForm(request, needsFormSchema);
  if (!form.ok) return form.answer;
  const { basedOn, ...needs } = form.value;
  const result = await setNeeds(actor, { missionId: id, basedOn, needs });
  return result.ok ? redirect(paths.mission(acronym)) : form.refuse(result.refusal);
}

export default function SetNeeds() {
  const { title, mission, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${mission.acronym} · ${nameIn(format.locale, mission)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.missions(), label: t("selection.mission.list") },
          { to: paths.mission(mission.acronym), label: mission.acronym },
        ]}
        lead={t("selection.needs.lead")}
      />
      <NeedsForm
        before={mission.needs}
        workingLanguages={mission.workingLanguages}
        languages={languages}
        reply={reply}
      />
    </>
  );
}
