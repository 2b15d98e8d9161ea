import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/access/respond.server.ts";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { figurePicture } from "#app/gender/figure-picture.ts";
import { isOpenChart, openFigure } from "#app/gender/open-figures.ts";
import { parityTarget } from "#app/gender/target.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { openLanguageOf } from "#app/i18n/request-language.ts";
import { translator } from "#app/i18n/translate.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";

/** Opened by itself or within another page a picture runs nothing and fetches nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors *";

/** One of the public charts as a picture that stands alone, for other sites to show. */
export async function loader({ request }: LoaderFunctionArgs) {
  const chart = new URL(request.url).searchParams.get("chart") ?? "leaders";
  if (!isOpenChart(chart)) throw notFound();
  const language = openLanguageOf(request);
  const t = translator(language, await loadMessages(language));
  const { value, ...kept } = await collectOpenBalance();
  const parity = parityTarget(value.facts.targets);
  const target = parity ? parity.value / 100 : null;
  const figure = openFigure(chart, { t, locale: language, data: value.data, target });
  return answerOpenly(request, kept, {
    body: figurePicture(t, formatter(language, "UTC"), figure),
    type: "image/svg+xml; charset=utf-8",
    of: `${chart}-${language}`,
    vary: "accept-language",
    headers: { "content-language": language, "content-security-policy": POLICY },
  });
}
