import type { Translate } from "#app/i18n/translate.ts";
import type { NominationStatus } from "#app/selection/nomination/nomination-status.ts";

/** Where a nomination stands, in words to the person nominated; to everybody else it is said of them. */
export function ownStatusWords(t: Translate, status: NominationStatus): string {
  switch (status) {
    case "awaitingConsent":
    case "declined":
    case "declinedCadre":
      return t(`selection.own.status.${status}`);
    default:
      return t(`selection.nomination.status.${status}`);
  }
}
