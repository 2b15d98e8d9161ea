import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { AnsweredInvitation } from "#app/selection/candidate/answered-invitation.tsx";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { keptAnswersSchema } from "#app/selection/candidate/kept-answers.ts";
import { LateConsent } from "#app/selection/candidate/late-consent.tsx";
import { OpenInvitation } from "#app/selection/candidate/open-invitation.tsx";
import {
  findInvitation,
  readAnswered,
  readConsentPage,
  readLateForm,
} from "#app/selection/candidate/own-forms.queries.server.ts";
import { ExpiredInvitation } from "#app/selection/candidate/spent-invitation.tsx";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { consentSchema } from "#app/selection/nomination/profile.ts";

export const meta = pageTitle;

/** A link that has expired tells nothing any more, not even whether it was ours. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const token = params.token ?? "";
  const facts = { title: t("selection.consent.title"), token };
  const invitation = await findInvitation(token);
  if (!invitation || invitation.expired) return { ...facts, open: null, answered: null };
  const { answered, candidacyId, expiresAt, kept } = invitation;
  if (answered) return { ...facts, open: null, answered: orNotFound(await readAnswered(candidacyId)) };
  return {
    ...facts,
    open: { page: orNotFound(await readConsentPage(candidacyId)), expiresAt, kept },
    answered: null,
  };
}

/** The answer; of one that comes after another or after the link has expired, all that was typed comes back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { answered, expired, candidacyId, ...nominee } = orNotFound(await findInvitation(token));
  const form = await readForm(request, consentSchema(today()));
  if (answered || expired) {
    // All that the page then shows: after a refusal the browser asks no loader anew, and holds what the link opened upon.
    const spent = {
      answered: answered && !expired ? await readAnswered(candidacyId) : null,
      late: expired && !answered ? await readLateForm(candidacyId) : null,
    };
    const initialValue = keptAnswersSchema.parse(form.typed);
    return data({ lastResult: { initialValue }, refusal: null, spent }, { status: 422 });
  }
  if (!form.ok) return form.answer;
  const result = await giveConsent(nomineeOf(nominee, languageOf(request)), {
    candidacyId,
    form: form.value,
  });
  return result.ok ? redirect(paths.invitation(token)) : form.refuse(result.refusal);
}

export default function Invitation() {
  const { title, token, open, answered } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const after = reply && "spent" in reply ? reply : undefined;
  const done = after ? after.spent.answered : answered;
  if (done) return <AnsweredInvitation answered={done} reply={after} />;
  if (after?.spent.late)
    return <LateConsent title={title} token={token} late={after.spent.late} reply={after} />;
  if (after || !open) return <ExpiredInvitation title={title} token={token} />;
  return <OpenInvitation title={title} token={token} invitation={open} reply={reply} />;
}
