import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ConsentForm } from "./consent-form.tsx";
import type { KeptAnswers } from "./kept-answers.ts";
import type { ConsentPage } from "./own-forms.queries.server.ts";

interface Props {
  readonly title: string;
  readonly token: string;
  readonly invitation: {
    readonly page: ConsentPage;
    /** ISO 8601 instant. */
    readonly expiresAt: string;
    readonly kept: KeptAnswers | null;
  };
  readonly reply: FormReply | undefined;
}

/** What a nominee is asked by an e-mailed link: to consent with their file complete, or to decline. */
export function OpenInvitation({ title, token, invitation: { page, expiresAt, kept }, reply }: Props) {
  const { t, format } = useLanguage();
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
      {kept && !reply && (
        <div className="mb-6">
          <Alert title={t("selection.invitation.keptTitle")}>
            <p>{t("selection.invitation.keptText")}</p>
          </Alert>
        </div>
      )}
      <ConsentForm page={page} reply={reply} kept={kept} />
      <Section title={t("selection.consent.decline")} lead={t("selection.consent.declineText")}>
        <Form method="post" action={paths.declineInvitation(token)}>
          <Button variant="danger">{t("selection.consent.decline")}</Button>
        </Form>
      </Section>
    </>
  );
}
