import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Format, formatter } from "./format.ts";
import type { MessageKey } from "./message-keys.ts";
import { type Messages, type Translate, translator } from "./translate.ts";

interface Language {
  readonly t: Translate;
  readonly format: Format;
  /** The key if there is a message under it: for codes that come from outside the program's types. */
  readonly known: (key: string) => MessageKey | null;
}

const LanguageContext = createContext<Language | null>(null);

interface Props {
  readonly locale: string;
  readonly timeZone: string;
  readonly messages: Messages;
  readonly children: ReactNode;
}

const isKey = (key: string, messages: Messages): key is MessageKey => Object.hasOwn(messages, key);

/** Gives every page below it one language and one time zone. */
export function LanguageProvider({ locale, timeZone, messages, children }: Props) {
  const language = useMemo(
    () => ({
      t: translator(locale, messages),
      format: formatter(locale, timeZone),
      known: (key: string) => (isKey(key, messages) ? key : null),
    }),
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
