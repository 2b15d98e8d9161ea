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
import { readPoolAttestation } from "#app/selection/pool/read-pool-attestation.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "attestation.read"));
  const nominationId = readId(params.nominationId);
  const page = valueOrThrow(await readPoolAttestation(actor, { nominationId }));
  const t = await translatorOf(request);
  return { title: t("selection.attestation.title"), page, mayReview: can(actor, "pool.read") };
}

/** What somebody nominated for the cadre attested. */
export default function PoolAttestation() {
  const { title, page, mayReview } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { nominationId, name, attestation } = page;
  const back = mayReview ? paths.poolReview(nominationId) : paths.clearances();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={name}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: back, label: mayReview ? name : t("nav.clearances") }]}
        lead={t("selection.attestation.lead")}
      />
      {attestation ? (
        <Section
          title={format.dateTime(attestation.attestedAt)}
          lead={t("selection.attestation.by", {
            name: attestation.signedName,
            version: attestation.textVersion,
          })}
        >
          <AttestationView attestation={{ ...attestation, number: 1 }} />
        </Section>
      ) : (
        <EmptyState
          title={t("selection.attestation.none")}
          text={t("nominating.pool.attestationEmpty")}
          action={<LinkButton to={back}>{t("nominating.pool.toReview")}</LinkButton>}
        />
      )}
    </>
  );
}
