import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { permit, valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { AttestationView } from "#app/selection/candidate/attestation-view.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readAttestation } from "#app/selection/candidate/read-attestation.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "attestation.read"));
  const candidacyId = readId(params.candidacyId);
  const candidacy = valueOrThrow(await readAttestation(actor, { candidacyId }));
  const t = await translatorOf(request);
  return { title: t("selection.attestation.title"), candidacy, mayReadCase: can(actor, "candidacy.read") };
}

export default function Attestation() {
  const { title, candidacy, mayReadCase } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, name, reference, attestations } = candidacy;
  const back = mayReadCase ? paths.candidacy(id) : paths.clearances();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${name} · ${caseTitle(format.locale, candidacy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: back, label: mayReadCase ? reference : t("nav.clearances") }]}
        lead={t("selection.attestation.lead")}
      />
      {attestations.length === 0 && (
        <EmptyState
          title={t("selection.attestation.none")}
          text={t("selection.attestation.noneText")}
          action={<LinkButton to={back}>{t("selection.attestation.toCase")}</LinkButton>}
        />
      )}
      {attestations.map((attestation) => (
        <Section
          key={attestation.number}
          title={`${t("selection.attestation.number", { number: attestation.number })}, ${format.dateTime(attestation.attestedAt)}`}
          lead={t("selection.attestation.by", {
            name: attestation.signedName,
            version: attestation.textVersion,
          })}
        >
          <AttestationView attestation={attestation} />
        </Section>
      ))}
    </>
  );
}
