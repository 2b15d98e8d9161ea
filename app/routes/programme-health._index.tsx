import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { AboutFigure } from "#app/mentoring/health/about-figure.tsx";
import { FeedbackFigures, PairFigures, QuietPairs } from "#app/mentoring/health/health-figures.tsx";
import { PoolGaps, PoolTables, YearAhead } from "#app/mentoring/health/pool-figures.tsx";
import { readProgrammeHealth } from "#app/mentoring/health/programme-health.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "programme.read"));
  const t = await translatorOf(request);
  const health = await readProgrammeHealth();
  return { title: t("health.title"), health, mayCall: can(actor, "pledgeCall.write") };
}

/** How the mentoring programme does, and what it lacks. */
export default function ProgrammeHealth() {
  const { title, health, mayCall } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("health.lead")}
        actions={<LinkButton to={paths.lessons()}>{t("lesson.library")}</LinkButton>}
        meta={t("health.asOf", { day: format.date(health.today) })}
      />
      <PairFigures health={health} />
      <QuietPairs health={health} />
      <FeedbackFigures health={health} />
      <YearAhead pool={health.pool} />
      <Section
        title={t("health.gaps")}
        actions={
          <>
            {mayCall && health.pool.gaps.length > 0 && (
              <LinkButton to={paths.newPledgeCall()} variant="primary">
                {t("pledgeCall.new")}
              </LinkButton>
            )}
            <LinkButton to={paths.pledgeCalls()}>{t("pledgeCall.list")}</LinkButton>
          </>
        }
      >
        <PoolGaps pool={health.pool} />
        <AboutFigure>{t("health.aboutGaps")}</AboutFigure>
      </Section>
      <PoolTables pool={health.pool} />
    </>
  );
}
