import { useLanguage } from "#app/i18n/provider.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import type { SentLetter } from "./letter.queries.server.ts";

interface Props {
  readonly letters: readonly SentLetter[];
  /** Where what they were told of their levels is to be read, if it is. */
  readonly feedback?: string | null;
}

/** The letters somebody was sent on a case, the latest first; nothing where there are none. */
export function SentLetters({ letters, feedback = null }: Props) {
  const { t, format } = useLanguage();
  if (letters.length === 0) return null;
  return (
    <Section
      title={t("letter.yours")}
      actions={
        feedback && (
          <LinkButton size="small" to={feedback}>
            {t("feedback.read")}
          </LinkButton>
        )
      }
    >
      {letters.map(({ id, subject, body, sentAt, locale }) => (
        <article key={id} lang={locale} className="measure mt-4">
          <h3 className="font-semibold">{subject}</h3>
          <p className="text-sm text-muted">{t("letter.sentOn", { date: format.date(sentAt) })}</p>
          <p className="mt-2 whitespace-pre-line">{body}</p>
        </article>
      ))}
    </Section>
  );
}
