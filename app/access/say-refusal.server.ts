import { loadMessages } from "#app/i18n/catalogues.ts";
import { type Format, formatter } from "#app/i18n/format.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { translator } from "#app/i18n/translate.ts";
import type { RefusalInWords } from "./form-reply.ts";
import type { Refusal } from "./result.ts";

/**
 * Puts refusals into the words of a request's language. They travel with the answer: a page with a form would otherwise
 * have to bring the words of every refusal there is, of which it shows one or none. One that nobody wrote words for is
 * said in general terms.
 */
export async function refusalWords(request: Request): Promise<(refusal: Refusal) => RefusalInWords> {
  const language = languageOf(request);
  const messages = await loadMessages(language);
  const [t, format] = [translator(language, messages), formatter(language, "UTC")];
  return (refusal) => {
    const error = `refusal.${refusal.code}`;
    const key = Object.hasOwn(messages, error) ? (error as MessageKey) : "invalid.other";
    return { ...refusal, error, words: t(key, withDays(refusal.params, format)) };
  };
}

/** Parameters of a refusal with each day among them as the reader's language writes it. */
const withDays = (params: Refusal["params"], format: Format): Refusal["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value,
    ]),
  );
