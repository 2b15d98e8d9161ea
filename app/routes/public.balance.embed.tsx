import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getActor } from "#app/access/session.server.ts";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { spokenFigure } from "#app/gender/figure-words.ts";
import { EmbeddableChart } from "#app/gender/open-embedding.tsx";
import { OPEN_CHARTS, openFigure } from "#app/gender/open-figures.ts";
import { formatter } from "#app/i18n/format.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { openHeaders } from "#app/platform/answer-openly.server.ts";
import { config } from "#app/platform/config.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The charts that other sites can show, each with what to copy and what it says to whoever does not see it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const language = languageOf(request);
  const { value, ...kept } = await collectOpenBalance();
  const charts = OPEN_CHARTS.map((chart) => {
    const figure = openFigure(chart, { t, locale: language, data: value.data, target: null });
    return {
      ...{ chart, title: figure.title, path: paths.openFigure(chart, language) },
      address: new URL(paths.openFigure(chart, language), config().CADRE_URL).href,
      alternative: spokenFigure(t, formatter(language, "UTC"), figure),
    };
  });
  return data({ title: t("openData.embed"), charts }, { headers: actor ? {} : openHeaders(kept, "embed") });
}

export default function Embedding() {
  const { title, charts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("openData.embedLead")}
        breadcrumbs={[{ to: paths.openBalance(), label: t("openData.title") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
      />
      {charts.map((chart) => (
        <EmbeddableChart key={chart.chart} {...chart} />
      ))}
    </>
  );
}
