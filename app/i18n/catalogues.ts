import type { ReadyLanguage } from "./languages.ts";
import type { WrittenMessages } from "./translate.ts";

/** The messages of one language, from its folder; a browser fetches no other. */
export async function loadMessages(language: ReadyLanguage): Promise<WrittenMessages> {
  const catalogue: { readonly messages: WrittenMessages } = await import(
    `./messages/${language}/catalogue.ts`
  );
  return catalogue.messages;
}
