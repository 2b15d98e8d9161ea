import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { caseClock } from "#app/selection/candidate/case-clock.ts";
import { CaseNotice } from "#app/selection/candidate/case-notice.tsx";
import { CaseStanding } from "#app/selection/candidate/case-standing.tsx";
import { CaseTimeline } from "#app/selection/candidate/case-timeline.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { OwnFileFacts } from "#app/selection/candidate/own-file-facts.tsx";
import { readSentLetters } from "#app/selection/decision/letter.queries.server.ts";
import { SentLetters } from "#app/selection/decision/sent-letters.tsx";
import { OwnDocuments } from "#app/selection/document/own-documents.tsx";
import { readOwnInterview } from "#app/selection/interview/interview.queries.server.ts";
import { OwnInterview } from "#app/selection/interview/own-interview.tsx";
import { QuestionsWait } from "#app/selection/interview/questions-wait.tsx";
import { mayAttestAgain, mayDeclineSelection, mayKeepFile, mayWithdraw } from "#app/selection/lifecycle.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { NominationSteps } from "#app/selection/nomination/nomination-steps.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { readOwnFileRequest } from "#app/selection/screening/file-request.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "candidacy.follow", candidacy));
  const { state, vacancyState, told, dates, ...own } = candidacy;
  const status = nominationStatus(state, vacancyState, told);
  const asked = state === "consented" ? await readOwnFileRequest(candidacy.id) : null;
  return {
    title: candidacy.reference,
    own: { ...own, status, clock: caseClock(status, dates, now()) },
    askedUntil: asked?.dueOn ?? null,
    letters: await readSentLetters(candidacy.id, "candidate"),
    interview: vacancyState === "assessment" ? await readOwnInterview(candidacy.id) : null,
    may: {
      consent: state === "nominated" && ["open", "screening"].includes(vacancyState),
      withdraw: mayWithdraw(state, vacancyState),
      decline: mayDeclineSelection(state, vacancyState, told === "all"),
      keepFile: mayKeepFile(state, vacancyState),
      attest: mayAttestAgain(state, vacancyState, told),
    },
  };
}

export default function MyCase() {
  const { own, may, askedUntil, letters, interview } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, status, documents } = own;
  return (
    <>
      <PageHeader
        title={caseTitle(format.locale, own)}
        eyebrow={own.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCases(), label: t("nav.myCases") }]}
        lead={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, own.nominatingState),
        })}
        meta={<Link to={paths.call(own.reference)}>{t("selection.consent.readCall")}</Link>}
        actions={
          <>
            {may.withdraw && (
              <LinkButton to={paths.withdrawCandidacy(id)}>{t("selection.own.withdraw")}</LinkButton>
            )}
            {may.decline && (
              <LinkButton to={paths.declineSelection(id)}>{t("selection.own.decline")}</LinkButton>
            )}
          </>
        }
      />
      <NominationSteps status={status} stages={own.stages} own />
      <SentLetters letters={letters} feedback={own.feedback ? paths.myFeedback(id) : null} />
      <CaseNotice candidacyId={id} status={status} mayConsent={may.consent} />
      {interview && <OwnInterview candidacyId={id} interview={interview} />}
      {askedUntil && <QuestionsWait candidacyId={id} until={askedUntil} />}
      <Section title={t("selection.own.clock")} lead={t("selection.own.fileLead")}>
        <CaseStanding status={status} clock={own.clock} timeZone={own.timeZone} />
      </Section>
      <Section
        title={t("selection.own.file")}
        actions={
          <>
            {may.keepFile && (
              <LinkButton size="small" to={paths.correctFile(id)}>
                {t("selection.own.correct")}
              </LinkButton>
            )}
            {may.attest && (
              <LinkButton size="small" to={paths.attestAgain(id)}>
                {t("selection.attestation.again")}
              </LinkButton>
            )}
          </>
        }
      >
        <OwnFileFacts candidacyId={id} consents={own.consents} clearances={own.clearances} />
      </Section>
      <Section
        title={t("selection.own.documents")}
        lead={may.keepFile ? t("selection.own.documentsOpen") : t("selection.own.documentsClosed")}
        actions={
          may.keepFile && (
            <LinkButton size="small" to={paths.addDocument(id)}>
              {t("selection.document.add")}
            </LinkButton>
          )
        }
      >
        <OwnDocuments candidacyId={id} documents={documents} open={may.keepFile} />
      </Section>
      <Section title={t("selection.own.history")}>
        <CaseTimeline history={own.history} />
      </Section>
    </>
  );
}
