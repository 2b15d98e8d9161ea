import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { PairChanges } from "#app/mentoring/engagement/pair-changes.tsx";
import { CompareForm } from "#app/mentoring/matching/compare-form.tsx";
import { compareRuns, listComparableRuns } from "#app/mentoring/matching/match-comparison.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";

export const meta = pageTitle;

const chosen = z.object({ first: z.uuid(), second: z.uuid() });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "match.read"));
  const t = await translatorOf(request);
  const asked = chosen.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const runs = await listComparableRuns(actor);
  const { first, second } = asked.success ? asked.data : { first: null, second: null };
  const comparison = first && second ? orNotFound(await compareRuns(actor, first, second)) : null;
  return { title: t("matching.compare.title"), runs, first, second, comparison };
}

export default function CompareRuns() {
  const { title, runs, first, second, comparison } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("matching.compare.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.matching(), label: t("nav.matching") }]}
      />
      <CompareForm runs={runs} first={first} second={second} />
      {comparison && (
        <Section title={t("matching.compare.pairs")}>
          <StatRow>
            {[comparison.first, comparison.second].map((run, n) => (
              <Stat
                key={`${run.id} ${n === 0 ? "first" : "second"}`}
                label={t(n === 0 ? "matching.compare.first" : "matching.compare.second")}
                value={format.number(run.score / 100, 1)}
                note={t("matching.compare.note", {
                  pairs: run.pairs,
                  time: format.dateTime(run.createdAt),
                })}
              />
            ))}
          </StatRow>
          <PairChanges
            caption={t("matching.compare.pairs")}
            before={t("matching.compare.first")}
            after={t("matching.compare.second")}
            pairs={comparison.pairs}
          />
        </Section>
      )}
    </>
  );
}
