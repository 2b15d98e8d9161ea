import type { ReadyLanguage } from "#app/i18n/languages.ts";
import { database } from "#app/platform/database.server.ts";
import type { Actor } from "./actor.ts";

/** Keeps the language a person chose, for their pages and the messages they are sent. */
export async function chooseOwnLanguage(actor: Actor, language: ReadyLanguage): Promise<void> {
  if (actor.userId === null) return;
  await database().user.update({
    where: { id: actor.userId },
    data: { locale: language },
    select: { id: true },
  });
}
