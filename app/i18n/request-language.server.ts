import { oncePerRequest } from "#app/platform/request-scope.server.ts";
import { loadMessages } from "./catalogues.ts";
import { languageOf } from "./request-language.ts";
import { type Translate, translator } from "./translate.ts";

/** The translator of a request's language, for loaders: page titles. */
export const translatorOf = (request: Request): Promise<Translate> => {
  const language = languageOf(request);
  return oncePerRequest(`translator:${language}`, async () =>
    translator(language, await loadMessages(language)),
  );
};
