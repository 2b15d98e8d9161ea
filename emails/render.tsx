import { render } from "@react-email/render";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { type MessageParams, translator } from "#app/i18n/translate.ts";
import { Letter } from "./letter.tsx";
import { isMailKind, mailParams } from "./params.ts";

/** Values that are days or instants, and are written out in the reader's language. */
const DAYS = new Set(["dueOn", "startsOn", "endsOn", "expiresOn"]);
const INSTANTS = new Set(["startsAt", "opensAt", "closesAt", "previousClosesAt"]);

/** Plain text keeps the heading's own letters, and says an address once. */
const PLAIN = {
  plainText: true,
  htmlToTextOptions: { selectors: [{ selector: "h1", options: { uppercase: false } }] },
} as const;

/**
 * A queued message as it leaves: subject, HTML and plain text, in the reader's language.
 *
 * @param siteUrl the address links begin with
 * @throws where the kind is unknown or its parameters do not fit: a message half filled in is never sent
 */
export async function renderMail(kind: string, params: unknown, locale: string, siteUrl: string) {
  if (!isMailKind(kind)) throw new Error(`Unknown kind of message: ${kind}`);
  const given: Readonly<Record<string, string | number>> = { ...mailParams[kind].parse(params) };
  const language = readyLanguage(locale);
  const t = translator(language, await loadMessages(language));
  const words = inWords(given, language);
  const letter = (
    <Letter
      language={language}
      sender={{ name: t("app.name"), tagline: t("app.tagline") }}
      heading={t(`mail.${kind}.subject`, words)}
      greeting={t("mail.greeting", words)}
      paragraphs={[t(`mail.${kind}.body`, words)]}
      code={typeof given.code === "string" ? given.code : null}
      action={{ label: t(`mail.${kind}.action`, words), url: new URL(String(given.link), siteUrl).href }}
      orOpen={t("mail.orOpen")}
      footer={t("mail.footer")}
    />
  );
  const [html, text] = await Promise.all([render(letter), render(letter, PLAIN)]);
  return { subject: t(`mail.${kind}.subject`, words), html, text };
}

function inWords(given: Readonly<Record<string, string | number>>, language: string): MessageParams {
  const format = formatter(language, String(given.timeZone ?? "UTC"));
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      if (DAYS.has(key)) return [key, format.date(String(value))];
      return [key, INSTANTS.has(key) ? format.dateTime(String(value)) : value];
    }),
  );
}
