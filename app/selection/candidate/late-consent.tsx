import type { FormReply } from "#app/access/form-reply.ts";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { CONSENT_FORM, ConsentForm } from "./consent-form.tsx";
import type { ConsentPage } from "./own-forms.queries.server.ts";

interface Props {
  readonly title: string;
  readonly token: string;
  readonly late: Pick<ConsentPage, "nominatingState" | "languages">;
  readonly reply: FormReply;
}

const NOBODY: ConsentPage["person"] = {
  givenName: "",
  familyName: "",
  gender: "notStated",
  birthDate: null,
  profile: null,
  languages: [],
  career: [],
};

/**
 * An answer that came after its link had expired: all that was typed and nothing that is on file, with the way to a
 * link behind which it waits, at the top too: the form is long.
 */
export function LateConsent({ title, token, late, reply }: Props) {
  const t = useT();
  const renewBy = paths.renewInvitation(token);
  return (
    <>
      <PageHeader title={title} />
      <Alert
        tone="warn"
        role="alert"
        title={t("selection.invitation.lateTitle")}
        actions={
          <>
            <Button form={CONSENT_FORM} formAction={renewBy}>
              {t("selection.invitation.renewKeeping")}
            </Button>
            <LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>
          </>
        }
      >
        <p>{t("selection.invitation.lateText")}</p>
      </Alert>
      <div className="mt-6">
        <ConsentForm
          page={{ ...late, person: NOBODY, stated: null }}
          reply={reply}
          kept={null}
          renewBy={renewBy}
        />
      </div>
    </>
  );
}
