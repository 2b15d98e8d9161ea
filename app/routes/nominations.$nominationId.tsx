import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { FileView } from "#app/selection/candidate/file-view.tsx";
import { readSentLetters } from "#app/selection/decision/letter.queries.server.ts";
import { SentLetters } from "#app/selection/decision/sent-letters.tsx";
import { SentOn } from "#app/selection/decision/sent-on.tsx";
import { DocumentLinks } from "#app/selection/document/document-links.tsx";
import { mayWithdraw as isWithdrawable } from "#app/selection/lifecycle.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { NominationSteps } from "#app/selection/nomination/nomination-steps.tsx";
import { mayTakeBack } from "#app/selection/pool/pool-review.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const nomination = orNotFound(await readNomination(actor, readId(params.nominationId)));
  const { person, standing, ...shown } = nomination;
  const nameOf = await stateNames(actor.locale, person.nationalities);
  return {
    title: nomination.reference,
    nomination: {
      ...shown,
      person: { ...person, nationalities: person.nationalities.map(nameOf) },
    },
    letters: shown.candidacyId === null ? [] : await readSentLetters(shown.candidacyId, "state"),
    mayWithdraw: can(actor, "nomination.withdraw", nomination) && mayStillWithdraw(standing),
  };
}

/** Until it was taken back, or something was decided on the candidacy. */
const mayStillWithdraw = ({
  state,
  candidacyState,
  vacancyState,
  reviewState,
}: NonNullable<Awaited<ReturnType<typeof readNomination>>>["standing"]) =>
  state === "submitted" &&
  (reviewState === null || mayTakeBack(reviewState)) &&
  (candidacyState === null || vacancyState === null || isWithdrawable(candidacyState, vacancyState));

export default function Nomination() {
  const { nomination, letters, mayWithdraw } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, person, status, invitationExpiresAt } = nomination;
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={nomination.call}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.nominations(), label: t("selection.nomination.list") },
          { to: paths.list(nomination.callId), label: t("nominating.list.title") },
        ]}
        meta={t(`selection.nomination.status.${status}`)}
        lead={
          status === "awaitingConsent" &&
          invitationExpiresAt &&
          t("selection.nomination.waitsForConsent", { name, date: format.date(invitationExpiresAt) })
        }
      />
      <NominationSteps status={status} stages={nomination.stages} />
      <SentLetters letters={letters} />
      <Section
        title={t("selection.nomination.details")}
        actions={
          mayWithdraw && (
            <LinkButton size="small" to={paths.withdrawNomination(id)}>
              {t("selection.nomination.withdraw")}
            </LinkButton>
          )
        }
      >
        <DefinitionList
          items={[
            {
              term: t("selection.nomination.reference"),
              detail: <Link to={paths.call(nomination.reference)}>{nomination.reference}</Link>,
            },
            {
              term: t("selection.nomination.sentOn"),
              detail: <SentOn {...nomination} when={format.dateTime(nomination.submittedAt)} />,
            },
            { term: t("selection.person.email"), detail: person.email },
            { term: t("selection.person.gender"), detail: t(`selection.gender.${person.gender}`) },
            { term: t("selection.person.nationality"), detail: person.nationalities.join(", ") },
            { term: t("selection.nomination.statement"), detail: nomination.statement },
            {
              term: t("nominating.section.certification"),
              detail: nomination.certified ? t("nominating.certified.all") : (nomination.disclosure ?? "–"),
            },
            ...(nomination.notTakenFor.length > 0
              ? [
                  {
                    term: t("nominating.state.reasons"),
                    detail: format.list(nomination.notTakenFor.map((one) => t(`vetting.reason.${one}`))),
                  },
                ]
              : []),
            ...(nomination.withdrawnReason
              ? [{ term: t("nominating.withdraw.reason"), detail: nomination.withdrawnReason }]
              : []),
            {
              term: t("selection.dossier.documents"),
              detail: nomination.withNomination ? (
                <DocumentLinks documents={nomination.withNomination} to={paths.draftDocument} />
              ) : (
                nomination.documents.map((file) => (
                  <Link key={file.id} to={paths.document(file.id)} reloadDocument>
                    {file.name}
                  </Link>
                ))
              ),
            },
          ]}
        />
      </Section>
      {nomination.file && (
        <Section title={t("nominating.stated.title")} lead={t("nominating.stated.lead")}>
          <FileView {...nomination.file} />
        </Section>
      )}
    </>
  );
}
