import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { NominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly candidacyId: string;
  readonly status: NominationStatus;
  readonly mayConsent: boolean;
}

/** What a candidate must know before anything else: that consent is awaited, or that the case goes on elsewhere. */
export function CaseNotice({ candidacyId, status, mayConsent }: Props) {
  const { t } = useLanguage();
  if (status === "joined") return <p className="measure mt-3 text-muted">{t("selection.own.joinedText")}</p>;
  if (!mayConsent) return null;
  return (
    <div className="mt-6">
      <Alert
        tone="warn"
        role="note"
        title={t("selection.own.consentWaits")}
        actions={
          <LinkButton variant="primary" to={paths.consent(candidacyId)}>
            {t("selection.consent.title")}
          </LinkButton>
        }
      >
        {t("selection.own.consentWaitsText")}
      </Alert>
    </div>
  );
}
