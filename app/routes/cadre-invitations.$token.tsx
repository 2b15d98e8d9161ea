import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { refusalWords } from "#app/access/say-refusal.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { keptAnswersSchema } from "#app/selection/candidate/kept-answers.ts";
import { ExpiredInvitation, UsedInvitation } from "#app/selection/candidate/spent-invitation.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { readOwnNomination } from "#app/selection/nomination/own-nomination.queries.server.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import { readPoolAnswer, readSpentAnswer } from "#app/selection/pool/pool-answer.queries.server.ts";
import { poolAnswerSchema } from "#app/selection/pool/pool-answer.ts";
import { PoolAnswer, SpentPoolAnswer } from "#app/selection/pool/pool-answer-form.tsx";
import { findPoolInvitation } from "#app/selection/pool/pool-review.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const token = params.token ?? "";
  const invitation = await findPoolInvitation(token);
  const open = invitation?.answered === false;
  const locale = languageOf(request);
  const nominationId = open ? invitation.nominationId : null;
  const page = nominationId && orNotFound(await readOwnNomination(locale, nominationId));
  const asked = nominationId ? orNotFound(await readPoolAnswer(nominationId)) : await readSpentAnswer();
  const { answered = false, expiresAt = "" } = invitation ?? {};
  return { title: t("nominating.pool.asked"), answered, expiresAt, page, asked, token };
}

/**
 * Whoever holds the link answers for the person it was sent to; the same answer twice is one. Another one, and one that
 * comes long after the link has expired, goes back as it was typed.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const invitation = await findPoolInvitation(token);
  const attests = invitation !== null && orNotFound(await readPoolAnswer(invitation.nominationId)).attests;
  const form = await readForm(request, poolAnswerSchema(today(), attests));
  // One that was never ours looks like one that has expired: neither is there, and what was typed comes back.
  if (!invitation) return gone(request, { initialValue: keptAnswersSchema.parse(form.typed) });
  if (!form.ok) return form.answer;
  const { nominationId, answered } = invitation;
  // Whoever holds a link that was used cannot take the answer back by it.
  if (answered && form.value.intent === "decline") return redirect(paths.poolInvitation(token));
  const nominee = nomineeOf(invitation, languageOf(request));
  const result = await answerPoolReview(nominee, { nominationId, answer: form.value });
  return result.ok ? redirect(paths.poolInvitation(token)) : form.refuse(result.refusal);
}

async function gone(request: Request, lastResult: FormReply["lastResult"]) {
  const say = await refusalWords(request);
  return data<FormReply>({ lastResult, refusal: say({ code: "linkExpired", params: {} }) }, { status: 404 });
}

export default function PoolInvitation() {
  const { title, answered, expiresAt, page, asked, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  if (!page && reply) return <SpentPoolAnswer {...{ title, token, answered, reply }} page={asked} />;
  if (answered) return <UsedInvitation />;
  if (!page) return <ExpiredInvitation title={title} token={token} />;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, page.nominatingState),
        })}
        lead={page.call}
        meta={t("selection.vacancy.until", { date: format.date(expiresAt) })}
        actions={<LinkButton to={paths.call(page.reference)}>{t("selection.consent.readCall")}</LinkButton>}
      />
      <PoolAnswer reply={reply} page={asked} />
    </>
  );
}
