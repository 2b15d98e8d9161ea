import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ConsentForm } from "#app/selection/consent-form.tsx";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { nominatorName } from "#app/selection/nominator.ts";
import { nomineeOf } from "#app/selection/nominee.ts";
import { findInvitation, readConsentPage } from "#app/selection/own-candidacy.queries.server.ts";
import { consentSchema } from "#app/selection/profile.ts";
import { ExpiredInvitation, UsedInvitation } from "#app/selection/spent-invitation.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const invitation = await findInvitation(params.token ?? "");
  const open = invitation?.answered === false;
  const page = open ? orNotFound(await readConsentPage(invitation.candidacyId)) : null;
  const { answered = false, expiresAt = "" } = invitation ?? {};
  return { title: t("selection.consent.title"), answered, expiresAt, page, token: params.token ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const invitation = orNotFound(await findInvitation(token));
  const form = await readForm(request, consentSchema(today()));
  if (!form.ok) return form.answer;
  const { candidacyId } = invitation;
  const result = await giveConsent(nomineeOf(invitation, languageOf(request)), {
    candidacyId,
    form: form.value,
  });
  return result.ok ? redirect(paths.invitation(token)) : form.refuse(result.refusal);
}

export default function Invitation() {
  const { title, answered, expiresAt, page, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  if (answered) return <UsedInvitation />;
  if (!page) return <ExpiredInvitation title={title} token={token} />;
  const post = nameIn(format.locale, page.roleKind);
  const mission = `${page.mission.acronym} – ${nameIn(format.locale, page.mission)}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, page.nominatingState),
        })}
        lead={`${post}, ${mission}`}
        meta={t("selection.vacancy.until", { date: format.date(expiresAt) })}
        actions={<LinkButton to={paths.call(page.reference)}>{t("selection.consent.readCall")}</LinkButton>}
      />
      <ConsentForm page={page} reply={reply} />
      <Section title={t("selection.consent.decline")} lead={t("selection.consent.declineText")}>
        <Form method="post" action={paths.declineInvitation(token)}>
          <Button variant="danger">{t("selection.consent.decline")}</Button>
        </Form>
      </Section>
    </>
  );
}
