import type { Actor } from "#app/access/actor.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { opaqueId } from "#app/platform/cipher.server.ts";
import type { PanelState } from "#app/selection/panel/panel-facts.ts";
import { isBlindTo } from "./blind.ts";

interface Person {
  readonly givenName: string;
  readonly familyName: string;
}

/** What a reader of a panel calls its candidates: by name, or, where names are withheld from them, by a letter. */
export async function namesTo(
  actor: Actor,
  panel: PanelState,
): Promise<(candidacyId: string, person: Person) => string> {
  if (!isBlindTo(panel, actor)) return (_, { givenName, familyName }) => `${givenName} ${familyName}`;
  const language = readyLanguage(actor.locale);
  const t = translator(language, await loadMessages(language));
  return (candidacyId) => t("blind.candidate", { letters: panel.letters.get(candidacyId) ?? "" });
}

/**
 * What stands for a candidacy where a member declares conflicts by name: a number that no sheet, file or address has, and
 * that nobody without the installation's secret can make, so that a name cannot be put to a letter.
 */
export const declaredAs = (memberId: string, candidacyId: string): string =>
  opaqueId(`declaration:${memberId}:${candidacyId}`);
