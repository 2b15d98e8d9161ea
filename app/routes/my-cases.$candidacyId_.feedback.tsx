import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readOwnFeedback } from "#app/selection/decision/feedback.queries.server.ts";
import { shareSchema } from "#app/selection/decision/feedback.ts";
import { FeedbackSharing } from "#app/selection/decision/feedback-sharing.tsx";
import { FeedbackTextView } from "#app/selection/decision/feedback-text.tsx";
import { shareFeedback } from "#app/selection/decision/share-feedback.server.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = orNotFound(await readOwnFeedback(readId(params.candidacyId)));
  permit(can(actor, "candidateFeedback.readOwn", found));
  const { personId, ...feedback } = found;
  const t = await translatorOf(request);
  return { title: t("feedback.yours"), feedback };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "candidateFeedback.share", candidacyId));
  const form = await readForm(request, shareSchema);
  if (!form.ok) return form.answer;
  const result = await shareFeedback(actor, { candidacyId, share: form.value.share === "yes" });
  return result.ok ? redirect(paths.myFeedback(candidacyId)) : form.refuse(result.refusal);
}

export default function MyFeedback() {
  const { title, feedback } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { candidacyId, vacancy, points, advice, releasedAt, sharedWithCadre, answeredAt } = feedback;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, vacancy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(candidacyId), label: vacancy.reference }]}
        lead={t("feedback.yoursLead")}
        meta={t("feedback.releasedOn", { date: format.date(releasedAt) })}
      />
      {reply?.refusal && <Alert tone="bad" title={say(reply.refusal)} />}
      <FeedbackTextView points={points} advice={advice} />
      <FeedbackSharing shared={sharedWithCadre} answeredAt={answeredAt} />
    </>
  );
}
