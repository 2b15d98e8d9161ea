import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actingState } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Promises } from "#app/cadre/promises.tsx";
import { readPromises } from "#app/cadre/state-pledge.queries.server.ts";
import { readServiceReports } from "#app/gender/service-report.queries.server.ts";
import { ServiceReportSection } from "#app/gender/service-report-section.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { languageOf } from "#app/i18n/request-language.ts";
import { listPledges } from "#app/mentoring/pool/mentor.queries.server.ts";
import { PledgeTable } from "#app/mentoring/pool/pledge-table.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { readState } from "#app/selection/nomination/state.queries.server.ts";
import { StateSections } from "#app/selection/nomination/state-page.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One state at a glance: its own focal points', the secretariat's and the auditors' to see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const code = params.code ?? "";
  const page = orNotFound(await readState(actor, code));
  const pledges = await listPledges(actor, code);
  const reports = (await readServiceReports(actor, code)) ?? [];
  const promises = await readPromises(actor, code);
  const own = actingState(actor) !== null;
  return { title: nameIn(languageOf(request), page.state), page, pledges, promises, reports, own };
}

export default function State() {
  const { title, page, pledges, promises, reports, own } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t(regionName(page.state.regionalGroup))}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          own
            ? { to: paths.nominations(), label: t("selection.nomination.list") }
            : { to: paths.states(), label: t("nominating.state.list") },
        ]}
        lead={t("nominating.state.lead")}
      />
      <StateSections page={page} own={own} />
      <Promises lines={promises} stateCode={page.state.code} />
      <Section
        title={t("nominating.state.pledges")}
        actions={
          own && (
            <LinkButton size="small" to={paths.pledgeMentor()}>
              {t("nav.pledge")}
            </LinkButton>
          )
        }
      >
        <PledgeTable pledges={pledges} />
      </Section>
      <ServiceReportSection code={page.state.code} reports={reports} mayReport={own} />
    </>
  );
}
