import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { MatchPairs } from "#app/mentoring/matching/match-pairs.tsx";
import { MatchProof } from "#app/mentoring/matching/match-proof.tsx";
import { MatchStanding } from "#app/mentoring/matching/match-standing.tsx";
import { readRun } from "#app/mentoring/matching/matching.queries.server.ts";
import { UnmatchedNeeds } from "#app/mentoring/matching/unmatched-needs.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.read"));
  const run = orNotFound(await readRun(actor, readId(params.runId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.run.title"), mayRun: can(actor, "match.run"), run };
}

export default function MatchRun() {
  const { title, mayRun, run } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const isSolved = run.state === "draft" || run.state === "published" || run.state === "discarded";
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.matching(), label: t("nav.matching") }]}
        meta={format.dateTime(run.createdAt)}
      />
      <MatchStanding run={run} mayRun={mayRun} />
      {isSolved && (
        <>
          <MatchProof run={run} mayRun={mayRun} />
          <Section title={t("mentoring.matching.pairs")} lead={t("mentoring.run.pairsLead")}>
            <MatchPairs pairs={run.pairs} />
          </Section>
        </>
      )}
      {run.unmatched.length > 0 && (
        <Section title={t("mentoring.run.unmatched")} lead={t("mentoring.run.unmatchedLead")}>
          <UnmatchedNeeds unmatched={run.unmatched} />
        </Section>
      )}
    </>
  );
}
