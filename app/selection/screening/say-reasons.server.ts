import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { isReadyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import type { ScreeningReason } from "./screening-reasons.ts";

/** Reasons and advice as a letter says them, in its reader's language. */
export async function sayReasons(reasons: readonly ScreeningReason[], locale: string) {
  const language = isReadyLanguage(locale) ? locale : "en";
  const t = translator(language, await loadMessages(language));
  return {
    reasons: formatter(language, "UTC").list(reasons.map((reason) => t(`vetting.reason.${reason}.letter`))),
    advice: reasons.map((reason) => t(`vetting.reason.${reason}.advice`)).join(" "),
  };
}
