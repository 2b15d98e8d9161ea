import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { answerPoolReview } from "#app/selection/answer-pool-review.server.ts";
import { nominatorName } from "#app/selection/nominator.ts";
import { nomineeOf } from "#app/selection/nominee.ts";
import { readOwnNomination } from "#app/selection/own-nomination.queries.server.ts";
import { PoolAnswerForm } from "#app/selection/pool-answer-form.tsx";
import { findPoolInvitation } from "#app/selection/pool-review.queries.server.ts";
import { poolAnswerSchema } from "#app/selection/pool-review.ts";
import { ExpiredInvitation, UsedInvitation } from "#app/selection/spent-invitation.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const token = params.token ?? "";
  const invitation = await findPoolInvitation(token);
  const open = invitation?.answered === false;
  const locale = languageOf(request);
  const page = open ? orNotFound(await readOwnNomination(locale, invitation.nominationId)) : null;
  const { answered = false, expiresAt = "" } = invitation ?? {};
  return { title: t("nominating.pool.asked"), answered, expiresAt, page, token };
}

/** Whoever holds the link answers for the person it was sent to; the same answer twice is one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const invitation = orNotFound(await findPoolInvitation(token));
  const form = await readForm(request, poolAnswerSchema);
  if (!form.ok) return form.answer;
  if (invitation.answered) return redirect(paths.poolInvitation(token));
  const { nominationId } = invitation;
  const agrees = form.value.intent === "agree";
  const result = await answerPoolReview(nomineeOf(invitation, languageOf(request)), { nominationId, agrees });
  return result.ok ? redirect(paths.poolInvitation(token)) : form.refuse(result.refusal);
}

export default function PoolInvitation() {
  const { title, answered, expiresAt, page, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
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
      <PoolAnswerForm reply={reply} asks={page.asks} />
    </>
  );
}
