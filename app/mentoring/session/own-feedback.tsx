import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { USEFULNESS } from "./session-feedback.ts";

interface Props {
  readonly usefulness: number;
  readonly comment: string;
  readonly givenAt: string;
}

/** What the reader said of a session; nobody else is shown it. */
export function OwnFeedback({ usefulness, comment, givenAt }: Props) {
  const { t, format } = useLanguage();
  const given = USEFULNESS.find((mark) => mark === usefulness);
  return (
    <Section
      title={t("mentoring.feedback.own")}
      lead={t("mentoring.feedback.ownLead", { day: format.date(givenAt) })}
    >
      {given && <p className="font-semibold">{t(`mentoring.feedback.${given}`)}</p>}
      <p className="measure mt-1 whitespace-pre-line">{comment || t("mentoring.feedback.noComment")}</p>
    </Section>
  );
}
