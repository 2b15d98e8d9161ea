import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readFeedback } from "#app/selection/decision/feedback.queries.server.ts";
import { feedbackSchema } from "#app/selection/decision/feedback.ts";
import { FeedbackForm } from "#app/selection/decision/feedback-form.tsx";
import { FeedbackTextView } from "#app/selection/decision/feedback-text.tsx";
import { keepFeedback, releaseFeedback } from "#app/selection/decision/write-feedback.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const feedback = orNotFound(await readFeedback(actor, readId(params.candidacyId)));
  const t = await translatorOf(request);
  return { title: t("feedback.title", { name: feedback.candidate }), feedback };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(orNotFound(await readFeedback(actor, candidacyId)).posts);
  const form = await readForm(request, feedbackSchema);
  if (!form.ok) return form.answer;
  const { intent, ...text } = form.value;
  const write = intent === "release" ? releaseFeedback : keepFeedback;
  const result = await write(actor, { candidacyId, ...text });
  return result.ok ? redirect(paths.feedback(candidacyId)) : form.refuse(result.refusal);
}

export default function Feedback() {
  const { title, feedback } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { state, releasedAt, points, advice, next } = feedback;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${feedback.vacancy.reference} · ${caseTitle(format.locale, feedback.vacancy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={
          feedback.panelId === null
            ? [{ to: paths.letters(), label: t("nav.letters") }]
            : [{ to: paths.panel(feedback.panelId), label: t("selection.panel.one") }]
        }
        lead={t("feedback.lead")}
        meta={
          feedback.panelId === null ? (
            <Link to={paths.candidacy(feedback.candidacyId)}>{feedback.candidate}</Link>
          ) : (
            feedback.candidate
          )
        }
      />
      {feedback.mayWrite ? (
        <FeedbackForm key={feedback.version} feedback={feedback} reply={reply} />
      ) : (
        <>
          <Alert
            role="note"
            title={
              releasedAt
                ? t("feedback.releasedOn", { date: format.date(releasedAt) })
                : t(state === "superseded" ? "feedback.superseded" : "feedback.awaitingReview")
            }
            actions={next && <LinkButton to={paths.feedback(next)}>{t("feedback.next")}</LinkButton>}
          />
          <FeedbackTextView points={points} advice={advice} />
        </>
      )}
    </>
  );
}
