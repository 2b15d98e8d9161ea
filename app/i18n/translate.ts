import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { MessageKey } from "./message-keys.ts";

/** Messages as they were written. */
export type WrittenMessages = Readonly<Record<string, string>>;
/** A message as it was written or, where it holds more than words, as the build read it. */
type Message = string | MessageFormatElement[];
export type Messages = Readonly<Record<string, Message>>;
export type MessageParams = Readonly<Record<string, string | number>>;

/** Says a message in one language: `t("home.waiting", { count: 3 })`. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const kept = new WeakMap<Messages, Map<string, Translate>>();

/**
 * A translator for one language over its catalogue of ICU messages. A message is compiled when first said and
 * kept, as the translator is for its catalogue: on the server, from one request to the next. A key without a message
 * is a fault of the program (a test compares the catalogues), so it throws.
 */
export function translator(locale: string, messages: Messages): Translate {
  const ofCatalogue = kept.get(messages) ?? new Map<string, Translate>();
  kept.set(messages, ofCatalogue);
  const known = ofCatalogue.get(locale) ?? makeTranslator(locale, messages);
  ofCatalogue.set(locale, known);
  return known;
}

function makeTranslator(locale: string, messages: Messages): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    const source = messages[key];
    if (source === undefined) throw new Error(`No message "${key}" in ${locale}`);
    if (typeof source === "string" && !source.includes("{")) return source;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format({ ...params }));
  };
}
