import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { CANDIDACY_STATES } from "#app/selection/lifecycle.ts";
import { RubricLinks } from "#app/selection/rubric/rubric-links.tsx";
import { RubricTable } from "#app/selection/rubric/rubric-table.tsx";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { RequirementList } from "#app/selection/screening/requirement-list.tsx";
import {
  CANDIDACIES_PER_PAGE,
  listCandidacies,
  readVacancy,
} from "#app/selection/vacancy/vacancy.queries.server.ts";
import { VacancyCandidacies } from "#app/selection/vacancy/vacancy-candidacies.tsx";
import { VacancyNextStep } from "#app/selection/vacancy/vacancy-next-step.tsx";
import { VacancySteps } from "#app/selection/vacancy/vacancy-steps.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const filters = z.object({ state: z.enum(CANDIDACY_STATES).optional().catch(undefined) });

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pipeline.read"));
  const vacancyId = readId(params.vacancyId);
  const { state } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const [vacancy, list] = await Promise.all([
    readVacancy(actor, vacancyId),
    listCandidacies(actor, { vacancyId, state, page }),
  ]);
  const found = orNotFound(vacancy);
  return {
    title: found.reference,
    vacancy: { ...found, requirements: requirementsOf(found.requirements) },
    mayAct: can(actor, "vacancy.publish"),
    list: { ...list, state: state ?? null, page, perPage: CANDIDACIES_PER_PAGE },
  };
}

export default function Vacancy() {
  const { vacancy, mayAct, list } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { id, rubric } = vacancy;
  const unfilled =
    vacancy.state === "closed" &&
    !vacancy.counts.some(({ state, count }) => state === "appointed" && count > 0);
  const candidacies = vacancy.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader
        title={caseTitle(format.locale, vacancy)}
        eyebrow={vacancy.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancies(), label: t("selection.vacancy.list") }]}
        meta={vacancy.level}
        actions={<LinkButton to={paths.fit(id)}>{t("fit.title")}</LinkButton>}
      />
      {unfilled || <VacancySteps vacancy={vacancy} candidacies={candidacies} />}
      {mayAct && <VacancyNextStep vacancy={vacancy} />}
      {unfilled && (
        <div className="mt-6">
          <Alert title={t("selection.closeUnfilled.done")} role="note">
            {vacancy.closedReason}
          </Alert>
        </div>
      )}
      {vacancy.state !== "draft" && (
        <Section
          title={t("selection.panel.candidacies")}
          lead={t("selection.vacancy.nominated", { count: candidacies })}
        >
          <VacancyCandidacies vacancyId={id} counts={vacancy.counts} {...list} />
        </Section>
      )}
      <Section title={t("selection.requirement.title")}>
        <RequirementList requirements={vacancy.requirements} />
      </Section>
      <Section
        title={t("selection.rubric.title")}
        lead={t("selection.rubric.lead", rubric.shares)}
        id="rubric"
        actions={
          <RubricLinks
            rubricId={rubric.id}
            version={rubric.version}
            {...{ mayWrite: mayAct && vacancy.state === "draft", published: vacancy.state !== "draft" }}
          />
        }
      >
        <DefinitionList
          items={[
            {
              term: t("selection.rubric.hash"),
              detail: rubric.hash ? (
                <code className="break-all text-sm">{rubric.hash}</code>
              ) : (
                t("selection.rubric.notFrozen")
              ),
            },
            {
              term: t("needs.ofVacancy"),
              detail: (
                <Link to={paths.needsVersion(vacancy.mission.acronym, vacancy.needsVersion)}>
                  {t("needs.ofVacancyLink", {
                    mission: vacancy.mission.acronym,
                    version: vacancy.needsVersion,
                  })}
                </Link>
              ),
            },
            { term: t("selection.vacancy.shortlist"), detail: format.number(vacancy.shortlistSize) },
          ]}
        />
        <div className="mt-5">
          <RubricTable rubric={rubric} />
        </div>
      </Section>
    </>
  );
}
