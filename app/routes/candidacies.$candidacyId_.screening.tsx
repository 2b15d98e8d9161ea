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
import { readForm } from "#app/platform/form.server.ts";
import { AttestationNote } from "#app/selection/candidate/attestation-note.tsx";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { Dossier } from "#app/selection/candidate/dossier.tsx";
import { FileVersions } from "#app/selection/candidate/file-versions.tsx";
import { carriedOver } from "#app/selection/screening/file-request.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { readScreeningNeighbours } from "#app/selection/screening/screening.queries.server.ts";
import { screeningSchema } from "#app/selection/screening/screening.ts";
import { ScreeningForm } from "#app/selection/screening/screening-form.tsx";
import { ScreeningNeighbours } from "#app/selection/screening/screening-neighbours.tsx";
import { FileRequests, ScreeningStanding } from "#app/selection/screening/screening-standing.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "screening.record"));
  const candidacy = orNotFound(await readCandidacy(actor, readId(params.candidacyId)));
  const { id, vacancyId, state, vacancyState, screening, bar } = candidacy;
  const waiting = screening.requests.some((one) => one.waiting);
  if (state !== "consented" || vacancyState !== "screening" || bar || waiting || screening.mine)
    throw redirect(paths.candidacy(id));
  const neighbours = await readScreeningNeighbours(actor, vacancyId, id);
  const t = await translatorOf(request);
  const before = carriedOver(screening, candidacy.checks);
  return { title: t("selection.screening.title"), candidacy, neighbours, before };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "screening.record"));
  const candidacyId = readId(params.candidacyId);
  const { vacancyId } = orNotFound(await readCandidacy(actor, candidacyId));
  const form = await readForm(request, screeningSchema);
  if (!form.ok) return form.answer;
  const result = await recordScreening(actor, { candidacyId, form: form.value });
  if (!result.ok) return form.refuse(result.refusal);
  const { next } = await readScreeningNeighbours(actor, vacancyId, candidacyId);
  return redirect(next ? paths.screening(next) : paths.vacancy(vacancyId));
}

export default function Screening() {
  const { title, candidacy, neighbours, before } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { id, name, reference, vacancyId, screening } = candidacy;
  return (
    <>
      <PageHeader
        title={t("selection.screening.of", { name })}
        eyebrow={`${title} · ${caseTitle(format.locale, candidacy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.vacancy(vacancyId), label: reference },
          { to: paths.candidacy(id), label: name },
        ]}
        lead={t("selection.screening.lead")}
        meta={t("vetting.screening.alone")}
        actions={<LinkButton to={paths.askCandidate(id)}>{t("vetting.screening.ask")}</LinkButton>}
      />
      <ScreeningNeighbours {...neighbours} />
      <ScreeningStanding screening={screening} />
      <FileRequests screening={screening} />
      <ScreeningForm
        key={id}
        checks={candidacy.checks}
        requests={screening.requests}
        states={candidacy.file.nationalities}
        before={before}
        version={candidacy.version}
        reply={reply}
      />
      {candidacy.disclosed && <AttestationNote candidacyId={id} disclosed />}
      <FileVersions versions={candidacy.versions} />
      <Section title={t("selection.dossier.title")}>
        <Dossier dossier={candidacy.file} />
      </Section>
    </>
  );
}
