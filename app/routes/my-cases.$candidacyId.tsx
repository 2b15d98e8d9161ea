import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/case-title.ts";
import { readOwnFileRequest } from "#app/selection/file-request.queries.server.ts";
import { LIVE_CANDIDACY_STATES } from "#app/selection/lifecycle.ts";
import { nominationStatus } from "#app/selection/nomination-status.ts";
import { NominationSteps } from "#app/selection/nomination-steps.tsx";
import { readOwnCandidacy } from "#app/selection/own-candidacy.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "candidacy.follow", candidacy));
  const { state, vacancyState, ...own } = candidacy;
  const asked = state === "consented" ? await readOwnFileRequest(own.id) : null;
  return {
    title: candidacy.reference,
    own: { ...own, status: nominationStatus(state, vacancyState) },
    mayConsent: state === "nominated" && ["open", "screening"].includes(vacancyState),
    askedUntil: asked?.dueOn ?? null,
    mayWithdraw: LIVE_CANDIDACY_STATES.includes(state),
  };
}

export default function MyCase() {
  const { own, mayConsent, askedUntil, mayWithdraw } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, status, documents, consents, clearances } = own;
  return (
    <>
      <PageHeader
        title={caseTitle(format.locale, own)}
        eyebrow={own.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCases(), label: t("nav.myCases") }]}
        lead={t("selection.consent.nominated", { state: nameIn(format.locale, own.nominatingState) })}
        meta={t(`selection.nomination.status.${status}`)}
      />
      <NominationSteps status={status} stages={own.stages} />
      {mayConsent && (
        <div className="mt-6">
          <Alert
            tone="warn"
            role="note"
            title={t("selection.own.consentWaits")}
            actions={
              <LinkButton variant="primary" to={paths.consent(id)}>
                {t("selection.consent.title")}
              </LinkButton>
            }
          >
            {t("selection.own.consentWaitsText")}
          </Alert>
        </div>
      )}
      {askedUntil && (
        <div className="mt-6">
          <Alert
            tone="warn"
            role="note"
            title={t("vetting.answer.waits")}
            actions={
              <LinkButton variant="primary" to={paths.myQuestions(id)}>
                {t("vetting.answer.open")}
              </LinkButton>
            }
          >
            {t("vetting.answer.waitsText", { date: format.date(askedUntil) })}
          </Alert>
        </div>
      )}
      <Section
        title={t("selection.own.file")}
        lead={t("selection.own.fileLead")}
        actions={
          mayWithdraw && (
            <LinkButton size="small" to={paths.withdrawCandidacy(id)}>
              {t("selection.own.withdraw")}
            </LinkButton>
          )
        }
      >
        <DefinitionList
          items={[
            {
              term: t("selection.nomination.reference"),
              detail: <Link to={paths.call(own.reference)}>{own.reference}</Link>,
            },
            {
              term: t("selection.dossier.documents"),
              detail: documents.map((file) => (
                <Link key={file.id} to={paths.document(file.id)} reloadDocument>
                  {file.name}
                </Link>
              )),
            },
            {
              term: t("selection.consent.consents"),
              detail:
                consents.length > 0
                  ? format.list(
                      consents
                        .filter(({ given }) => given)
                        .map(({ purpose }) => t(`selection.own.purpose.${purpose}`)),
                    )
                  : t("selection.own.noConsent"),
            },
            ...(clearances.asked > 0
              ? [
                  {
                    term: t("selection.candidacy.clearances"),
                    detail: t("selection.own.clearances", clearances),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}
