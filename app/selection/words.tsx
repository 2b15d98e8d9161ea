import { useLanguage } from "#app/i18n/provider.tsx";
import { type WordsPresent, wordsFor } from "./words-present.ts";

interface Props {
  readonly words: WordsPresent;
}

/** Words of the secretariat's own: in the reader's language where they are there, else marked as in the other. */
export function Words({ words }: Props) {
  const { format } = useLanguage();
  const { text, language } = wordsFor(format.locale, words);
  return (
    <span lang={language === format.locale ? undefined : language} className="whitespace-pre-line">
      {text}
    </span>
  );
}
