import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { POSTS_PER_PAGE, readBench } from "#app/cadre/bench.queries.server.ts";
import { isShort } from "#app/cadre/bench.ts";
import { BenchTable, CoverTable } from "#app/cadre/bench-table.tsx";
import { BenchTimeline } from "#app/cadre/bench-timeline.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { listMissions } from "#app/selection/needs/mission.queries.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "bench.read"));
  const t = await translatorOf(request);
  const mission = new URL(request.url).searchParams.get("mission") || undefined;
  const page = pageOf(request.url);
  const [bench, missions] = await Promise.all([readBench(mission), listMissions()]);
  return {
    ...{ title: t("bench.title"), today: today(), page, perPage: POSTS_PER_PAGE, mission: mission ?? null },
    missions: missions.map(({ acronym }) => ({ value: acronym, label: acronym })),
    ...bench,
  };
}

/** Who could fill what, and when: every post with its term end, and the cover of each kind. */
export default function Bench() {
  const { title, today, page, perPage, mission, missions, posts, covers } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const ending = posts.filter(({ endsWithinYear }) => endsWithinYear);
  const shown = posts.slice((page - 1) * perPage, page * perPage);
  return (
    <>
      <PageHeader
        title={title}
        lead={t("bench.lead")}
        actions={
          <>
            <LinkButton to={paths.benchExport("xlsx", mission ?? undefined)} reloadDocument>
              {t("bench.exportXlsx")}
            </LinkButton>
            <LinkButton to={paths.benchExport("csv", mission ?? undefined)} reloadDocument>
              {t("bench.exportCsv")}
            </LinkButton>
            {mission && <LinkButton to={paths.succession(mission)}>{t("bench.succession")}</LinkButton>}
          </>
        }
      />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
        <SelectField
          id="mission"
          name="mission"
          label={t("bench.mission")}
          defaultValue={mission ?? ""}
          placeholder={t("cadre.list.all")}
          options={missions}
        />
        <Button variant="secondary">{t("cadre.list.filter")}</Button>
      </Form>
      <StatRow>
        <Stat label={t("bench.stat.posts")} value={format.number(posts.length)} />
        <Stat label={t("bench.stat.ending")} value={format.number(ending.length)} />
        <Stat
          label={t("bench.stat.vacant")}
          value={format.number(posts.filter(({ endsOn }) => endsOn === null).length)}
        />
        <Stat
          label={t("bench.stat.short")}
          value={format.number(covers.filter(isShort).length)}
          tone={covers.some(isShort) ? "action" : "neutral"}
        />
      </StatRow>
      <Section title={t("bench.covers")} lead={t("bench.coversLead")}>
        <CoverTable covers={covers} />
      </Section>
      <Section title={t("bench.posts")} lead={t("bench.postsLead")}>
        <BenchTable posts={shown} />
        <Pages page={page} perPage={perPage} total={posts.length} />
      </Section>
      {posts.length > 0 && (
        <Section title={t("bench.when")}>
          <BenchTimeline posts={shown} today={today} />
        </Section>
      )}
    </>
  );
}
