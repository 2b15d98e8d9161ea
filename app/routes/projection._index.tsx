import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { countReadyNow } from "#app/cadre/ready-now.queries.server.ts";
import { ProjectionBasis } from "#app/gender/projection-basis.tsx";
import { ProjectionCharts } from "#app/gender/projection-charts.tsx";
import { ProjectionForm } from "#app/gender/projection-form.tsx";
import { readProjection } from "#app/gender/projection-page.queries.server.ts";
import { projectionQuerySchema } from "#app/gender/projection-query.ts";
import { formValues } from "#app/gender/projection-scenarios.ts";
import { ProjectionSummary } from "#app/gender/projection-summary.tsx";
import { scenarioWords } from "#app/gender/projection-words.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** How the share of women among leaders may go on, and what it would take. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "projection.read"));
  const t = await translatorOf(request);
  const today = now().toISOString().slice(0, 10);
  const schema = projectionQuerySchema(today);
  const { value, reply } = readQuery(request, schema);
  const query = value ?? schema.parse({});
  const bench = can(actor, "gender.readExact") ? await countReadyNow(query.list, today) : null;
  const page = await readProjection(query, today, bench);
  return {
    title: t("gender.projection.title"),
    ...{ page, reply, valid: value !== null },
    search: Object.fromEntries(new URL(request.url).searchParams),
  };
}

export default function Projection() {
  const { title, page, reply, valid, search } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { scenarios, today, settings, figures, asked } = page;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.projection.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
        actions={
          valid &&
          scenarios.length > 0 &&
          (["csv", "xlsx"] as const).map((kind) => (
            <LinkButton key={kind} size="small" to={paths.projectionSheet(kind, search)} reloadDocument>
              {t(`gender.projection.export.${kind}`)}
            </LinkButton>
          ))
        }
      />
      <ProjectionBasis {...page} />
      <ProjectionForm key={JSON.stringify(search)} reply={reply} values={formValues(asked, figures)} />
      {!valid ? null : scenarios.length === 0 ? (
        <EmptyState
          title={t("gender.projection.none")}
          action={<LinkButton to={paths.balance()}>{t("gender.balance.title")}</LinkButton>}
        />
      ) : (
        <>
          <Section
            title={t("gender.projection.sideBySide")}
            lead={t("gender.projection.aim", {
              target: format.percent(settings.target, 1),
              due: format.date(settings.due),
            })}
          >
            <ProjectionSummary scenarios={scenarios} today={today} due={settings.due} />
          </Section>
          {scenarios.map((scenario) => (
            <Section key={scenario.key} title={scenarioWords(t, format, scenario)}>
              <ProjectionCharts scenario={scenario} today={today} target={settings.target} />
            </Section>
          ))}
        </>
      )}
    </>
  );
}
