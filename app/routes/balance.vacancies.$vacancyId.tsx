import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { countDecidedVacancies, countVacancy, readVacancy } from "#app/gender/balance.queries.server.ts";
import { EXACT_COLUMNS, exactStages, postKey } from "#app/gender/balance.ts";
import { BalanceFlow } from "#app/gender/balance-flow.tsx";
import { BalanceMethod, BalanceShows } from "#app/gender/balance-notes.tsx";
import { RELEASE_COLUMNS } from "#app/gender/balance-release.ts";
import { SMALLEST_PERCENT_BASE } from "#app/gender/disclosure.ts";
import { publishBalanceOf } from "#app/gender/publish-balance.server.ts";
import { SelectionSteps } from "#app/gender/selection-steps.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { PanelGapTables } from "#app/selection/ranking/panel-gap-tables.tsx";
import { readPanelGaps } from "#app/selection/ranking/panel-gaps.queries.server.ts";
import { ASSESSORS_PER_PAGE, assessorsOn } from "#app/selection/ranking/panel-gaps.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const vacancyId = readId(params.vacancyId);
  const [actor, t] = await Promise.all([getActor(request), translatorOf(request)]);
  const exact = actor !== null && can(actor, "gender.readExact");
  const vacancy = orNotFound(await readVacancy(vacancyId));
  // Of a vacancy that still runs the public is told nothing: its figures change from day to day, and the
  // difference of two days is one person.
  permit(exact || vacancy.decidedAt !== null);
  const page = pageOf(request.url);
  const gaps = actor && exact ? await readPanelGaps(actor, { vacancyId }) : null;
  return {
    title: t("gender.vacancy.title", { reference: vacancy.reference }),
    ...{ exact, vacancy, page },
    figures: exact ? await readExact(vacancyId, vacancy.decidedAt !== null) : await readReleased(vacancy),
    gaps: gaps && gaps.panels + gaps.apart > 0 ? gaps : null,
    shown: assessorsOn(gaps?.assessors ?? [], page),
  };
}

async function readExact(vacancyId: string, decided: boolean) {
  const stages = exactStages(await countVacancy(vacancyId));
  return {
    stages,
    // Who has not come further in a vacancy that runs may still: nobody is lost.
    steps: decided ? stages : [],
    columns: EXACT_COLUMNS,
    leastBase: 1,
    vacancies: 1,
  };
}

/**
 * What is published of a vacancy: the line of its role and level in the year's release. Figures of one vacancy alone
 * would overlap that release, and could be subtracted from it.
 */
async function readReleased(vacancy: NonNullable<Awaited<ReturnType<typeof readVacancy>>>) {
  const release = await publishBalanceOf(vacancy.decidedAt?.slice(0, 10) ?? "9999-12-31");
  if (!release) return null;
  const key = postKey(vacancy.roleKindCode, vacancy.level);
  const line = release.rows.find((row) => row.breakdown === "post" && row.key === key);
  if (!line) return null;
  const vacancies = await countDecidedVacancies(release, vacancy);
  return {
    ...{ stages: line.stages, steps: line.stages },
    columns: RELEASE_COLUMNS,
    leastBase: SMALLEST_PERCENT_BASE,
    vacancies,
  };
}

export default function VacancyBalance() {
  const { exact, vacancy, figures, gaps, shown, page } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { level, mission, reference } = vacancy;
  const toBalance = <LinkButton to={paths.balance()}>{t("gender.vacancy.toBalance")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t("gender.vacancy.title", { reference })}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        lead={t("gender.vacancy.lead", { role: nameIn(format.locale, vacancy.role), level, mission })}
      />
      <BalanceShows exact={exact} />
      {figures && exact && <SelectionSteps lead={t("gender.vacancy.exactText")} {...figures} />}
      {gaps && <PanelGapTables gaps={gaps} shown={shown} page={page} perPage={ASSESSORS_PER_PAGE} />}
      {figures && !exact && (
        <>
          <p className="measure my-6">{t("gender.vacancy.groupText", { count: figures.vacancies })}</p>
          <BalanceFlow {...figures} />
        </>
      )}
      {!figures && (
        <div className="mt-6">
          <EmptyState
            title={t("gender.vacancy.later")}
            text={t("gender.vacancy.laterText")}
            action={toBalance}
          />
        </div>
      )}
      <BalanceMethod />
    </>
  );
}
