import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly messages: readonly {
    readonly id: string;
    readonly author: string;
    readonly text: string;
    /** ISO 8601. */
    readonly writtenAt: string;
  }[];
}

/** What was written, oldest first, each under the name of who wrote it. */
export function ConcernMessages({ messages }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("pair.concern.messages")}>
      <ol className="flex flex-col gap-4">
        {messages.map(({ id, author, text, writtenAt }) => (
          <li key={id} className="border-s-2 border-rule ps-4">
            <p className="text-sm text-muted">
              {t("pair.agreement.signedBy", {
                name: author,
                time: format.dateTime(writtenAt),
              })}
            </p>
            <p className="measure whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
