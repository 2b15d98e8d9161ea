import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** From when and until when a member is free, in words; null where they have not said. Days are ISO dates. */
export function availabilityWords(
  t: Translate,
  format: Format,
  from: string | null,
  until: string | null,
): string | null {
  if (from === null) return null;
  if (until === null) return t("cadre.member.fromOn", { from: format.date(from) });
  return t("cadre.member.fromUntil", { from: format.date(from), until: format.date(until) });
}
