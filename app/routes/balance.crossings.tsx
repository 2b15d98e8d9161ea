import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { BalanceShows } from "#app/gender/balance-notes.tsx";
import { CROSSINGS_PER_PAGE, readCrossing } from "#app/gender/flow-figures.queries.server.ts";
import { CrossingForm } from "#app/gender/flow-forms.tsx";
import { crossingQuerySchema, dimensionsFor } from "#app/gender/flow-query.ts";
import { PublishedFigure } from "#app/gender/published-figure.tsx";
import { formatter } from "#app/i18n/format.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** Any two breakdowns of the flow crossed, exactly: for those who may see that. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "gender.readExact"));
  const t = await translatorOf(request);
  const format = formatter(languageOf(request), actor.timeZone);
  const today = now().toISOString().slice(0, 10);
  const sensitive = can(actor, "gender.readSensitive");
  const schema = crossingQuerySchema(today, sensitive);
  const { value, reply } = readQuery(request, schema);
  const page = pageOf(request.url);
  return {
    title: t("flow.crossing.title"),
    ...{ reply, page, perPage: CROSSINGS_PER_PAGE, dimensions: dimensionsFor(sensitive) },
    asked: Object.fromEntries(new URL(request.url).searchParams),
    values: { ...schema.parse({}), ...value },
    crossing: value && (await readCrossing({ t, format, today, sensitive }, value, page)),
  };
}

export default function Crossings() {
  const { title, reply, page, perPage, dimensions, asked, values, crossing } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("flow.crossing.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
      />
      <BalanceShows exact />
      <div className="mt-6">
        <CrossingForm key={JSON.stringify(asked)} {...{ reply, dimensions, values }} />
      </div>
      {crossing && (
        <Section title={crossing.figure.title}>
          {crossing.total === 0 ? (
            <EmptyState
              title={t("flow.crossing.none")}
              text={t("flow.crossing.noneText")}
              action={<LinkButton to={paths.balance()}>{t("gender.balance.title")}</LinkButton>}
            />
          ) : (
            <>
              <PublishedFigure figure={crossing.figure} asked={asked} tableOpen />
              <Pages page={page} perPage={perPage} total={crossing.total} />
            </>
          )}
        </Section>
      )}
    </>
  );
}
