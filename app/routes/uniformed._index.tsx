import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { getActor } from "#app/access/session.server.ts";
import { UNIFORMED_STATES_PER_PAGE } from "#app/gender/uniformed.queries.server.ts";
import { UniformedMonth, UniformedTrend } from "#app/gender/uniformed-figures.tsx";
import { UniformedFilter } from "#app/gender/uniformed-filter.tsx";
import { readUniformedPage } from "#app/gender/uniformed-page.queries.server.ts";
import { UniformedTargets } from "#app/gender/uniformed-targets.tsx";
import { uniformedQuerySchema } from "#app/gender/uniformed-trend.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** The UN's monthly figures of uniformed personnel: published, so for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = await Promise.all([getActor(request), translatorOf(request)]);
  const asked = uniformedQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const today = now().toISOString().slice(0, 10);
  return {
    title: t("gender.uniformed.title"),
    ...{ asked, page, today, perPage: UNIFORMED_STATES_PER_PAGE, signedIn: actor !== null },
    seesImports: actor !== null && can(actor, "uniformed.readImports"),
    shown: await readUniformedPage(asked, page, today, languageOf(request)),
  };
}

export default function Uniformed() {
  const { title, asked, page, today, perPage, signedIn, seesImports, shown } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const imports = <LinkButton to={paths.uniformedImports()}>{t("gender.uniformed.import.list")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.uniformed.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
        actions={
          seesImports && (
            <>
              {imports}
              <LinkButton to={paths.services()}>{t("gender.services.title")}</LinkButton>
            </>
          )
        }
      />
      {shown.month === null ? (
        <EmptyState
          title={t("gender.uniformed.none")}
          text={t("gender.uniformed.noneText")}
          action={
            seesImports ? imports : <LinkButton to={paths.balance()}>{t("gender.balance.title")}</LinkButton>
          }
        />
      ) : (
        <>
          <UniformedFilter
            asked={asked}
            month={shown.month}
            months={shown.months}
            missions={shown.missionChoices}
            states={shown.stateChoices}
          />
          <UniformedTrend asked={asked} times={shown.times} series={shown.series} marks={shown.marks} />
        </>
      )}
      <UniformedTargets targets={shown.targets} atDue={shown.atDue} linked={signedIn} today={today} />
      {shown.month !== null && (
        <>
          <UniformedMonth {...shown} asked={asked} month={shown.month} />
          <Pages page={page} perPage={perPage} total={shown.states.total} />
        </>
      )}
    </>
  );
}
