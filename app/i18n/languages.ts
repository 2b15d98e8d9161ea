/**
 * The six languages of the United Nations. `ready` ones have a folder in `messages/` with every message; to add one
 * is to add its folder and to say so here (tests/i18n holds both to the English).
 */
export const LANGUAGES = {
  en: { name: "English", dir: "ltr", ready: true },
  fr: { name: "Français", dir: "ltr", ready: true },
  ar: { name: "العربية", dir: "rtl", ready: false },
  zh: { name: "中文", dir: "ltr", ready: false },
  ru: { name: "Русский", dir: "ltr", ready: false },
  es: { name: "Español", dir: "ltr", ready: false },
} as const;

export type Language = keyof typeof LANGUAGES;
/** The languages marked ready. */
export type ReadyLanguage = {
  [L in Language]: (typeof LANGUAGES)[L]["ready"] extends true ? L : never;
}[Language];

export const isReadyLanguage = (code: string | null | undefined): code is ReadyLanguage =>
  typeof code === "string" && isLanguage(code) && LANGUAGES[code].ready;

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** The languages a person can choose today. */
export const READY_LANGUAGES: readonly ReadyLanguage[] = Object.keys(LANGUAGES).filter(isReadyLanguage);

/** The ready language of this code, English where there is none. */
export const readyLanguage = (code: string | null | undefined): ReadyLanguage =>
  isReadyLanguage(code) ? code : "en";

/** The language asked for by, in order: the address, the cookie, the browser; English where none fits. */
export function chooseLanguage(
  asked: string | null,
  cookie: string | null,
  acceptLanguage: string | null,
): ReadyLanguage {
  if (isReadyLanguage(asked)) return asked;
  if (isReadyLanguage(cookie)) return cookie;
  const accepted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => part.split(";"))
    .map(([tag, q]) => ({
      code: tag?.trim().slice(0, 2).toLowerCase(),
      q: Number(q?.trim().replace(/^q=/, "") ?? 1),
    }))
    .toSorted((a, b) => b.q - a.q);
  return accepted.map(({ code }) => code).find(isReadyLanguage) ?? "en";
}

/** Of a thing named in English and French, the name in this language. */
export const inLanguage = (locale: string, names: { readonly en: string; readonly fr: string }): string =>
  locale === "fr" ? names.fr : names.en;

/** The same for the columns of reference tables. */
export const nameIn = (locale: string, row: { readonly nameEn: string; readonly nameFr: string }): string =>
  locale === "fr" ? row.nameFr : row.nameEn;
