import { nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** The state that nominated, by name; of somebody who nominated themself, that. */
export const nominatorName = (
  t: Translate,
  locale: string,
  state: { readonly nameEn: string; readonly nameFr: string } | null,
): string => (state ? nameIn(locale, state) : t("selection.nomination.themself"));
