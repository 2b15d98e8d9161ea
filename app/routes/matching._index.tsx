import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listRuns, RUNS_PER_PAGE } from "#app/mentoring/matching/matching.queries.server.ts";
import { RUN_TONES } from "#app/mentoring/matching/run-tones.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

const UNSOLVED: ReadonlySet<string> = new Set(["waiting", "solving", "refused", "failed"]);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("nav.matching"),
    mayRun: can(actor, "match.run"),
    ...{ page, perPage: RUNS_PER_PAGE },
    ...(await listRuns(actor, page)),
  };
}

export default function Matching() {
  const { title, mayRun, runs, total, openNeeds, mentors, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.matching.lead")}
        actions={
          <>
            {mayRun && (
              <Form method="post" action={paths.runMatching()}>
                <Button disabled={openNeeds === 0}>{t("mentoring.matching.run")}</Button>
              </Form>
            )}
            {mayRun && <LinkButton to={paths.matchWeights()}>{t("matching.weights.title")}</LinkButton>}
            {mayRun && <LinkButton to={paths.pairOrders()}>{t("matching.pairs.title")}</LinkButton>}
            <LinkButton to={paths.compareRuns()}>{t("matching.compare.title")}</LinkButton>
          </>
        }
      />
      <StatRow>
        <Stat label={t("mentoring.matching.openNeeds")} value={format.number(openNeeds)} />
        <Stat label={t("mentoring.matching.mentors")} value={format.number(mentors)} />
      </StatRow>
      <Section title={t("mentoring.matching.runs")}>
        <DataTable
          caption={t("mentoring.matching.runs")}
          captionHidden
          rows={runs}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={t("mentoring.matching.none")}
              text={t("mentoring.matching.noneText")}
              action={<LinkButton to={paths.mentors()}>{t("nav.mentors")}</LinkButton>}
            />
          }
          columns={[
            {
              key: "when",
              header: t("mentoring.matching.when"),
              rowHeader: true,
              cell: ({ id, createdAt }) => <Link to={paths.matchRun(id)}>{format.dateTime(createdAt)}</Link>,
            },
            {
              key: "state",
              header: t("mentoring.engagement.state"),
              cell: ({ state }) => <Badge tone={RUN_TONES[state]}>{t(`matching.state.${state}`)}</Badge>,
            },
            {
              key: "pairs",
              header: t("mentoring.matching.pairs"),
              align: "end",
              cell: ({ pairs }) => format.number(pairs),
            },
            {
              key: "accepted",
              header: t("mentoring.matching.accepted"),
              align: "end",
              cell: ({ accepted }) => format.number(accepted),
            },
            {
              key: "verified",
              header: t("mentoring.matching.proof"),
              cell: ({ verified, state }) =>
                UNSOLVED.has(state) ? (
                  "–"
                ) : (
                  <Badge tone={verified ? "good" : "bad"}>
                    {t(verified ? "mentoring.matching.verified" : "mentoring.matching.notVerified")}
                  </Badge>
                ),
            },
          ]}
        />
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
    </>
  );
}
