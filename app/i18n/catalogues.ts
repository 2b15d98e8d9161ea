import type { ReadyLanguage } from "./languages.ts";
import type { Messages } from "./translate.ts";

const catalogues: { readonly [L in ReadyLanguage]: () => Promise<Messages> } = {
  en: async () => (await import("./messages-en.ts")).english,
  fr: async () => (await import("./messages-fr.ts")).french,
};

/** The messages of one language; a browser fetches no other. */
export const loadMessages = (language: ReadyLanguage): Promise<Messages> => catalogues[language]();
