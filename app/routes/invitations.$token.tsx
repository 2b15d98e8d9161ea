import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ConsentForm } from "#app/selection/consent-form.tsx";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { nominatorName } from "#app/selection/nominator.ts";
import { nomineeOf } from "#app/selection/nominee.ts";
import { findInvitation, readConsentPage } from "#app/selection/own-candidacy.queries.server.ts";
import { consentSchema } from "#app/selection/profile.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const invitation = await findInvitation(params.token ?? "");
  const page = invitation && orNotFound(await readConsentPage(invitation.candidacyId));
  return { title: t("selection.consent.title"), invitation, page, token: params.token ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const invitation = orNotFound(await findInvitation(token));
  const form = await readForm(request, consentSchema);
  if (!form.ok) return form.answer;
  const { candidacyId } = invitation;
  const result = await giveConsent(nomineeOf(invitation, languageOf(request)), {
    candidacyId,
    form: form.value,
  });
  return result.ok ? redirect(paths.invitation(token)) : form.refuse(result.refusal);
}

export default function Invitation() {
  const { title, invitation, page, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  if (!invitation || !page) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={t("selection.consent.noLink")}
          text={t("selection.consent.noLinkText")}
          action={<LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>}
        />
      </>
    );
  }
  const post = nameIn(format.locale, page.roleKind);
  const mission = `${page.mission.acronym} – ${nameIn(format.locale, page.mission)}`;
  if (invitation.answered) {
    return (
      <>
        <PageHeader title={t("selection.consent.thanks")} eyebrow={post} lead={mission} />
        <Alert
          tone="good"
          title={t("selection.consent.answered")}
          actions={
            <LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>
          }
        >
          {t("selection.consent.answeredText")}
        </Alert>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, page.nominatingState),
        })}
        lead={`${post}, ${mission}`}
        meta={t("selection.vacancy.until", { date: format.date(invitation.expiresAt) })}
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
