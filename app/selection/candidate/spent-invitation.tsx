import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** A link whose question was answered: it names neither person nor post, for it may be in anybody's hands by now. */
export function UsedInvitation() {
  const { t } = useLanguage();
  return (
    <PageHeader
      title={t("selection.consent.thanks")}
      eyebrow={t("selection.invitation.usedTitle")}
      lead={t("selection.consent.answeredText")}
      actions={
        <LinkButton variant="primary" to={paths.signIn(paths.myCases())}>
          {t("selection.consent.signIn")}
        </LinkButton>
      }
    />
  );
}

/** A link that has expired or was never ours: the same page, which says how to get another. */
export function ExpiredInvitation({ title, token }: { readonly title: string; readonly token: string }) {
  const { t } = useLanguage();
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={t("selection.consent.noLink")}
        text={
          <>
            {t("selection.consent.noLinkText")} {t("selection.invitation.renewText")}
          </>
        }
        action={
          <>
            <Form method="post" action={paths.renewInvitation(token)}>
              <Button>{t("selection.invitation.renew")}</Button>
            </Form>
            <LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>
          </>
        }
      />
    </>
  );
}
