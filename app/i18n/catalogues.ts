import type { ReadyLanguage } from "./languages.ts";
import type { Messages } from "./translate.ts";

/** The messages of one language, from its folder; a browser fetches no other. */
export async function loadMessages(language: ReadyLanguage): Promise<Messages> {
  const catalogue: { readonly messages: Messages } = await import(`./messages/${language}/catalogue.ts`);
  return catalogue.messages;
}
