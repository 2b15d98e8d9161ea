import type { MessageKey } from "#app/i18n/message-keys.ts";
import type { Messages, Translate } from "#app/i18n/translate.ts";
import { fieldKeys } from "./open-balance-schema.ts";

/**
 * Describes a field of the public figures in words: by its path or, where fields of one name mean the same everywhere, by
 * its name.
 *
 * @throws where no message describes it: a field that is published is documented
 */
export const describeField =
  (t: Translate, messages: Messages) =>
  (path: string): string => {
    const isKey = (key: string): key is MessageKey => Object.hasOwn(messages, key);
    const key = fieldKeys(path)
      .map((name) => `openData.field.${name}`)
      .find(isKey);
    if (!key) throw new Error(`The field ${path} is not described`);
    return t(key);
  };
