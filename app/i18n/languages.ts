/** The six languages of the United Nations. `ready` ones have every message; the others wait for their catalogues. */
export const LANGUAGES = {
  en: { name: "English", dir: "ltr", ready: true },
  fr: { name: "Français", dir: "ltr", ready: true },
  ar: { name: "العربية", dir: "rtl", ready: false },
  zh: { name: "中文", dir: "ltr", ready: false },
  ru: { name: "Русский", dir: "ltr", ready: false },
  es: { name: "Español", dir: "ltr", ready: false },
} as const;

export type Language = keyof typeof LANGUAGES;
export type ReadyLanguage = "en" | "fr";

/** The languages a person can choose today. */
export const READY_LANGUAGES: readonly ReadyLanguage[] = ["en", "fr"];

export const isReadyLanguage = (code: string | null | undefined): code is ReadyLanguage =>
  code === "en" || code === "fr";

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
