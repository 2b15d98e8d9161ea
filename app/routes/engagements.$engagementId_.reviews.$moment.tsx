import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { answerReview } from "#app/mentoring/engagement/answer-review.server.ts";
import { readPairNames, readReview } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { isReviewMoment, ratesGoals, reviewSchema } from "#app/mentoring/engagement/review.ts";
import { GivenReview, ReviewClosed, ReviewForm } from "#app/mentoring/engagement/review-form.tsx";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";

export const meta = pageTitle;

function momentOf(word: string | undefined) {
  if (!isReviewMoment(word)) throw notFound();
  return word;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const moment = momentOf(params.moment);
  const engagementId = readId(params.engagementId);
  const review = orNotFound(await readReview(actor, engagementId, moment));
  const names = orNotFound(await readPairNames(engagementId));
  const t = await translatorOf(request);
  const goals = ratesGoals(moment) ? review.goals.map(({ text }) => text) : [];
  return { title: t(`pair.review.${moment}`), ...names, review: { ...review, goals } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const moment = momentOf(params.moment);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "review.answer", engagementId));
  const form = await readForm(request, reviewSchema);
  if (!form.ok) return form.answer;
  const result = await answerReview(actor, { engagementId, moment, review: form.value });
  return result.ok ? redirect(paths.review(engagementId, moment)) : form.refuse(result.refusal);
}

export default function Review() {
  const { title, mentor, mentee, review } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { engagementId, given, open, goals, dueOn } = review;
  return (
    <>
      <PairHeader {...{ title, mentor, mentee, engagementId }} lead={t("pair.review.lead")} />
      {given && <GivenReview engagementId={engagementId} given={given} />}
      {!given && open && <ReviewForm goals={goals} reply={reply} />}
      {!given && !open && <ReviewClosed engagementId={engagementId} dueOn={dueOn} />}
    </>
  );
}
