import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { AttestationNote } from "#app/selection/candidate/attestation-note.tsx";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { CandidacySummary } from "#app/selection/candidate/candidacy-summary.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { Dossier } from "#app/selection/candidate/dossier.tsx";
import { FileVersions } from "#app/selection/candidate/file-versions.tsx";
import { GateTable } from "#app/selection/clearance/gate-table.tsx";
import { ScreeningResult } from "#app/selection/screening/screening-result.tsx";
import { FileRequests, ScreeningStanding } from "#app/selection/screening/screening-standing.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "candidacy.read"));
  const candidacy = orNotFound(await readCandidacy(actor, readId(params.candidacyId)));
  const { screening, bar } = candidacy;
  const inScreening = candidacy.state === "consented" && candidacy.vacancyState === "screening";
  const waiting = screening.requests.some((one) => one.waiting);
  const mayScreen = inScreening && bar === null && !waiting && can(actor, "screening.record");
  const mayReadAttestation = can(actor, "attestation.read");
  return {
    title: candidacy.name,
    candidacy: { ...candidacy, disclosed: mayReadAttestation && candidacy.disclosed },
    inScreening,
    mayScreen: mayScreen && !screening.mine,
    mayAsk: mayScreen,
    mayReadReferences: candidacy.gates.length > 0 && can(actor, "reference.read"),
    mayReadAttestation: mayReadAttestation && candidacy.attestedAt !== null,
  };
}

export default function Candidacy() {
  const { candidacy, inScreening, mayScreen, mayAsk, mayReadReferences, mayReadAttestation } =
    useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, name, reference, vacancyId, state, screening } = candidacy;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.vacancies(), label: t("selection.vacancy.list") },
          { to: paths.vacancy(vacancyId), label: reference },
        ]}
        meta={<Badge>{t(`selection.candidacy.state.${state}`)}</Badge>}
        actions={
          <>
            {mayScreen && (
              <LinkButton variant="primary" to={paths.screening(id)}>
                {t("selection.screening.title")}
              </LinkButton>
            )}
            {mayAsk && <LinkButton to={paths.askCandidate(id)}>{t("vetting.screening.ask")}</LinkButton>}
          </>
        }
      />
      <CandidacySummary candidacy={candidacy} />
      {mayReadAttestation && <AttestationNote candidacyId={id} disclosed={candidacy.disclosed} />}
      {(inScreening || screening.outcome || screening.requests.length > 0) && (
        <Section title={t("selection.screening.one")}>
          {inScreening && <ScreeningStanding screening={screening} />}
          <FileRequests screening={screening} />
          <ScreeningResult screening={screening} checks={candidacy.checks} />
        </Section>
      )}
      <FileVersions versions={candidacy.versions} />
      {candidacy.gates.length > 0 && (
        <Section
          title={t("selection.candidacy.clearances")}
          lead={t("selection.clearance.lead")}
          actions={mayReadReferences && <Link to={paths.references(id)}>{t("vetting.gate.references")}</Link>}
        >
          <GateTable gates={candidacy.gates} />
        </Section>
      )}
      <Section title={t("selection.dossier.title")}>
        <Dossier dossier={candidacy.file} />
      </Section>
    </>
  );
}
