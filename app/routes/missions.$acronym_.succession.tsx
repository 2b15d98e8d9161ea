import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readBench } from "#app/cadre/bench.queries.server.ts";
import { BenchTable } from "#app/cadre/bench-table.tsx";
import { BenchTimeline } from "#app/cadre/bench-timeline.tsx";
import { NextInLine } from "#app/cadre/next-in-line.tsx";
import { listNextInLine } from "#app/cadre/succession.queries.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readMissionTitle } from "#app/selection/needs/mission.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "bench.read"));
  const { acronym } = orNotFound(await readMissionTitle(params.acronym ?? ""));
  const t = await translatorOf(request);
  const [{ posts }, next] = await Promise.all([readBench(acronym), listNextInLine(acronym)]);
  return { title: t("bench.successionOf", { mission: acronym }), acronym, posts, next, today: today() };
}

/** Who could follow whom in one mission, and when. */
export default function Succession() {
  const { title, acronym, posts, next, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("bench.successionLead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.mission(acronym), label: acronym }]}
        actions={<LinkButton to={paths.bench({ mission: acronym })}>{t("bench.title")}</LinkButton>}
      />
      <BenchTable posts={posts} />
      {posts.length > 0 && (
        <>
          <Section title={t("bench.nextInLine")} lead={t("bench.nextInLineLead")}>
            <NextInLine posts={next} />
          </Section>
          <Section title={t("bench.when")}>
            <BenchTimeline posts={posts} today={today} />
          </Section>
        </>
      )}
    </>
  );
}
