import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { askCandidate } from "#app/selection/screening/ask-candidate.server.ts";
import { AskForm } from "#app/selection/screening/ask-form.tsx";
import { askSchema, suggestedFields, usualAnswerDay } from "#app/selection/screening/file-request.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "screening.record"));
  const candidacy = orNotFound(await readCandidacy(actor, readId(params.candidacyId)));
  const { id, name, state, vacancyState, screening, bar, roleKind, mission, checks } = candidacy;
  const waiting = screening.requests.some((one) => one.waiting);
  if (state !== "consented" || vacancyState !== "screening" || bar || waiting)
    throw redirect(paths.candidacy(id));
  const t = await translatorOf(request);
  return {
    title: t("vetting.ask.title"),
    ...{ id, name, roleKind, mission },
    suggested: suggestedFields(checks),
    checks: checks.map(({ key, requirement }) => ({ key, requirement })),
    dueOn: usualAnswerDay(now()),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(can(actor, "screening.record"));
  const form = await readForm(request, askSchema);
  if (!form.ok) return form.answer;
  const result = await askCandidate(actor, { candidacyId, form: form.value });
  return result.ok ? redirect(paths.candidacy(candidacyId)) : form.refuse(result.refusal);
}

export default function AskCandidate() {
  const { title, id, name, suggested, checks, dueOn, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, page)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.candidacy(id), label: name }]}
        lead={t("vetting.ask.lead", { name })}
      />
      <AskForm {...{ suggested, checks, dueOn, reply }} back={paths.candidacy(id)} />
    </>
  );
}
