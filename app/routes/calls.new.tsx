import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { TIME_ZONES } from "#app/platform/local-time.ts";
import { readCallChoices } from "#app/selection/call/call.queries.server.ts";
import { callDraftSchema } from "#app/selection/call/call-draft.ts";
import { CallForm } from "#app/selection/call/call-form.tsx";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { listLanguages } from "#app/selection/needs/mission.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const asked = new URL(request.url).searchParams;
  const kind = asked.get("kind") === "global" ? ("global" as const) : ("vacancies" as const);
  const [choices, languages, states] = await Promise.all([
    readCallChoices(null),
    listLanguages(),
    listStates(languageOf(request)),
  ]);
  const chosen = choices.vacancies.find(({ id }) => id === asked.get("vacancy"))?.id ?? null;
  return {
    title: t(kind === "global" ? "call.newGlobal" : "call.new"),
    kind,
    chosen,
    choices: { ...choices, languages, states, zones: TIME_ZONES },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const form = await readForm(request, callDraftSchema);
  if (!form.ok) return form.answer;
  const result = await draftCall(actor, { draft: form.value });
  return result.ok ? redirect(paths.call(result.value.reference)) : form.refuse(result.refusal);
}

export default function NewCall() {
  const { title, kind, chosen, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const nothingToCallFor = kind === "vacancies" && choices.vacancies.length === 0;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.calls(), label: t("selection.call.list") }]}
        lead={t(kind === "global" ? "call.globalLead" : "call.form.lead")}
      />
      {nothingToCallFor ? (
        <EmptyState
          title={t("call.form.noVacancy")}
          text={t("call.form.noVacancyText")}
          action={<LinkButton to={paths.newVacancy()}>{t("selection.vacancy.draft")}</LinkButton>}
        />
      ) : (
        <CallForm kind={kind} before={null} chosen={chosen} choices={choices} reply={reply} />
      )}
    </>
  );
}
