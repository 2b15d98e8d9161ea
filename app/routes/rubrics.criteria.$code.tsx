import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { CriterionWords } from "#app/selection/rubric/criterion-words.tsx";
import { readCriterion } from "#app/selection/rubric/library.queries.server.ts";
import { ownerPath } from "#app/selection/rubric/rubric-owner.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const criterion = orNotFound(await readCriterion(actor, params.code ?? ""));
  const latest = orNotFound(criterion.versions[0] ?? null);
  return {
    title: inLanguage(languageOf(request), latest.name),
    mayKeep: can(actor, "criterion.keep"),
    latest,
    ...criterion,
  };
}

export default function Criterion() {
  const { title, mayKeep, latest, versions, uses } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { code, group, retiredAt, retiredReason } = latest;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${code} · ${t(`selection.group.${group}`)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.rubrics(), label: t("rubric.list") },
          { to: paths.criteria(), label: t("rubric.library") },
        ]}
        meta={t("rubric.versionNumber", { version: latest.version })}
        actions={
          mayKeep &&
          retiredAt === null && (
            <>
              <LinkButton to={paths.reviseCriterion(code)}>{t("rubric.revise")}</LinkButton>
              <LinkButton to={paths.retireCriterion(code)}>{t("rubric.retire")}</LinkButton>
            </>
          )
        }
      />
      {retiredAt && (
        <Alert title={t("rubric.retiredOn", { date: format.date(retiredAt) })} role="note">
          {retiredReason}
        </Alert>
      )}
      <Section title={t("rubric.usedBy")} lead={t("rubric.usesLead", { count: uses.total })}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {uses.shown.map(({ owner, libraryVersion, frozen }) => (
            <li key={owner.id}>
              <Link to={ownerPath(owner)}>{owner.reference}</Link>{" "}
              <span className="text-sm text-muted">
                {t(frozen ? "rubric.useFrozen" : "rubric.useDraft", { version: libraryVersion ?? 1 })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {versions.map((version) => (
        <Section
          key={version.version}
          title={t("rubric.versionNumber", { version: version.version })}
          id={`version-${version.version}`}
        >
          <CriterionWords version={version} />
        </Section>
      ))}
    </>
  );
}
