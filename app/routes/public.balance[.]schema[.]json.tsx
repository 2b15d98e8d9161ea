import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { jsonSchema } from "#app/gender/open-balance-schema.ts";
import { describeField } from "#app/gender/open-balance-words.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { openLanguageOf } from "#app/i18n/request-language.ts";
import { translator } from "#app/i18n/translate.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";

/** The JSON Schema of the public figures, its descriptions in the language asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = openLanguageOf(request);
  const messages = await loadMessages(language);
  const t = translator(language, messages);
  const { value, ...kept } = await collectOpenBalance();
  const schema = jsonSchema(value.data.schema, t("openData.title"), describeField(t, messages));
  return answerOpenly(request, kept, {
    body: JSON.stringify(schema, null, 2),
    type: "application/schema+json; charset=utf-8",
    of: `schema-${language}`,
    vary: "accept-language",
    headers: { "content-language": language },
  });
}
