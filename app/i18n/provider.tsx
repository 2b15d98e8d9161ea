import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Format, formatter } from "./format.ts";
import { type Messages, type Translate, translator } from "./translate.ts";

interface Language {
  readonly t: Translate;
  readonly format: Format;
}

const LanguageContext = createContext<Language | null>(null);

interface Props {
  readonly locale: string;
  readonly timeZone: string;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Gives every page below it one language and one time zone. */
export function LanguageProvider({ locale, timeZone, messages, children }: Props) {
  const language = useMemo(
    () => ({ t: translator(locale, messages), format: formatter(locale, timeZone) }),
    [locale, timeZone, messages],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The translator and the formats of the page's language. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("useLanguage outside LanguageProvider");
  return language;
}

/** The translator alone, for what shows no figures or dates. */
export const useT = (): Translate => useLanguage().t;
