import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { MissionNeeds } from "#app/selection/needs/mission-needs.tsx";
import { readNeeds } from "#app/selection/needs/needs.queries.server.ts";
import { changesBetween } from "#app/selection/needs/needs-changes.ts";
import { NeedsComparison } from "#app/selection/needs/needs-comparison.tsx";
import { UsedBy } from "#app/selection/needs/needs-versions.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const asked = z.coerce.number().int().min(1).max(100_000);

/** One statement of a mission's needs as it was made, and what it changed in the one before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mission.read"));
  const t = await translatorOf(request);
  const version = asked.safeParse(params.version);
  const found = orNotFound(
    version.success ? await readNeeds(actor, params.acronym ?? "", version.data) : null,
  );
  const { before, vacancies, ...needs } = found;
  const seesPipeline = can(actor, "pipeline.read");
  return {
    title: t("needs.versionTitle", { mission: needs.acronym, version: needs.version }),
    needs,
    vacancies,
    seesPipeline,
    changes: before && changesBetween(before, needs),
  };
}

export default function NeedsVersion() {
  const { title, needs, vacancies, seesPipeline, changes } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { acronym, version, latest } = needs;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={nameIn(format.locale, needs.mission)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.missions(), label: t("selection.mission.list") },
          { to: paths.mission(acronym), label: acronym },
        ]}
        meta={format.date(needs.createdAt)}
      />
      {version < latest && (
        <Alert
          title={t("needs.newer")}
          role="note"
          actions={<LinkButton to={paths.needsVersion(acronym, latest)}>{t("needs.seeLatest")}</LinkButton>}
        />
      )}
      <Section title={t("needs.usedBy")}>
        <UsedBy vacancies={vacancies} seesPipeline={seesPipeline} />
      </Section>
      <Section title={t("selection.needs.table")}>
        <MissionNeeds needs={needs} languages={needs.languageNames} setBy={needs.setBy} />
      </Section>
      {changes ? (
        <Section title={t("needs.changes", { version: version - 1 })}>
          <NeedsComparison changes={changes} languages={needs.languageNames} />
        </Section>
      ) : (
        <p className="mt-6 text-muted">{t("needs.first")}</p>
      )}
    </>
  );
}
