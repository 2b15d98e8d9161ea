import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly candidacyId: string;
  /** The last day for an answer: ISO 8601. */
  readonly until: string;
}

/** Questions of the secretariat that wait for the candidate. */
export function QuestionsWait({ candidacyId, until }: Props) {
  const { t, format } = useLanguage();
  return (
    <div className="mt-6">
      <Alert
        tone="warn"
        role="note"
        title={t("vetting.answer.waits")}
        actions={
          <LinkButton variant="primary" to={paths.myQuestions(candidacyId)}>
            {t("vetting.answer.open")}
          </LinkButton>
        }
      >
        {t("vetting.answer.waitsText", { date: format.date(until) })}
      </Alert>
    </div>
  );
}
