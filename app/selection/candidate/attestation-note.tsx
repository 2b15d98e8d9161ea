import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly candidacyId: string;
  /** Whether the candidate was unable to attest to something. */
  readonly disclosed: boolean;
}

/** The way to a candidate's attestation, told out loud where something was disclosed. */
export function AttestationNote({ candidacyId, disclosed }: Props) {
  const { t } = useLanguage();
  const way = (
    <LinkButton size="small" to={paths.attestation(candidacyId)}>
      {t("selection.attestation.read")}
    </LinkButton>
  );
  if (!disclosed) return <div className="mt-4">{way}</div>;
  return (
    <div className="mt-6">
      <Alert tone="warn" role="note" title={t("selection.attestation.disclosed")} actions={way}>
        {t("selection.attestation.disclosedText")}
      </Alert>
    </div>
  );
}
