import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ownStatusWords } from "#app/selection/candidate/own-status-words.ts";
import { mayAnswerForCadre } from "#app/selection/may-write.queries.server.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { readOwnNomination } from "#app/selection/nomination/own-nomination.queries.server.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import { readPoolAnswer } from "#app/selection/pool/pool-answer.queries.server.ts";
import { poolAnswerSchema } from "#app/selection/pool/pool-answer.ts";
import { PoolAnswer } from "#app/selection/pool/pool-answer-form.tsx";
import { PoolConsents } from "#app/selection/pool/pool-consents.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const nomination = orNotFound(await readOwnNomination(actor.locale, readId(params.nominationId)));
  permit(can(actor, "pool.answer", nomination));
  const asked = nomination.asks ? await readPoolAnswer(nomination.id) : null;
  return { title: nomination.call, nomination, asked };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  permit(await mayAnswerForCadre(actor, nominationId));
  const { attests } = orNotFound(await readPoolAnswer(nominationId));
  const form = await readForm(request, poolAnswerSchema(today(), attests));
  if (!form.ok) return form.answer;
  const result = await answerPoolReview(actor, { nominationId, answer: form.value });
  return result.ok ? redirect(paths.myNomination(nominationId)) : form.refuse(result.refusal);
}

export default function MyNomination() {
  const { nomination, asked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { call, reference, status, reasons, history, asks, mayDecline, answerBy, statistics } = nomination;
  return (
    <>
      <PageHeader
        title={call}
        eyebrow={reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCases(), label: t("nav.myCases") }]}
        lead={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, nomination.nominatingState),
        })}
        meta={<Link to={paths.call(reference)}>{t("selection.consent.readCall")}</Link>}
      />
      <Alert
        role="note"
        title={ownStatusWords(t, status)}
        actions={
          status === "inCadre" && (
            <LinkButton variant="primary" to={paths.myMembership()}>
              {t("nav.myMembership")}
            </LinkButton>
          )
        }
      >
        {status === "forCadre" && t("nominating.pool.next")}
        {asks && answerBy && t("nominating.pool.answerBy", { date: format.date(answerBy) })}
        {reasons.length > 0 && (
          <ul className="list-disc ps-5">
            {reasons.map((reason) => (
              <li key={reason}>
                {t(`vetting.reason.${reason}`)}. {t(`vetting.reason.${reason}.advice`)}
              </li>
            ))}
          </ul>
        )}
      </Alert>
      {statistics !== null && <PoolConsents nominationId={nomination.id} statistics={statistics} />}
      {nomination.mayCorrect && (
        <Section title={t("selection.own.file")} lead={t("nominating.pool.correctLead")}>
          <LinkButton size="small" to={paths.correctPoolFile(nomination.id)}>
            {t("selection.own.correct")}
          </LinkButton>
        </Section>
      )}
      {mayDecline && <PoolAnswer reply={reply} page={asked} />}
      <Section title={t("selection.own.history")}>
        <Timeline
          label={t("selection.own.history")}
          items={history.map((event) => ({
            key: `${event.kind} ${event.at}`,
            dateTime: event.at,
            when: format.dateTime(event.at),
            title:
              event.kind === "corrected"
                ? t("selection.own.event.corrected", {
                    fields: format.list(event.fields.map((field) => t(`selection.file.field.${field}`))),
                  })
                : t(`nominating.pool.event.${event.kind}`),
          }))}
        />
      </Section>
    </>
  );
}
