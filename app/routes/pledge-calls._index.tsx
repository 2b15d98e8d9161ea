import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import {
  listLanguageNames,
  listPledgeCalls,
  PLEDGE_CALLS_PER_PAGE,
} from "#app/mentoring/health/pledge-call.queries.server.ts";
import { useLanguageName } from "#app/mentoring/health/pool-figures.tsx";
import { gapWords } from "#app/mentoring/matching/gap-words.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

/** The calls for pledges: all for overseers, those sent to their own state for focal points. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const overseer = can(actor, "pledgeCall.list");
  permit(overseer || can(actor, "pledgeCall.readOwn", { stateCode: actingState(actor) }));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [list, languages] = await Promise.all([listPledgeCalls(actor, page), listLanguageNames()]);
  const mayWrite = can(actor, "pledgeCall.write");
  return {
    ...{ title: t("pledgeCall.list"), ...list, languages, overseer, mayWrite, page },
    perPage: PLEDGE_CALLS_PER_PAGE,
  };
}

export default function PledgeCalls() {
  const { title, calls, total, languages, overseer, mayWrite, page, perPage } =
    useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const languageName = useLanguageName(languages);
  const start = mayWrite ? (
    <LinkButton to={paths.newPledgeCall()} variant="primary">
      {t("pledgeCall.new")}
    </LinkButton>
  ) : (
    <LinkButton to={overseer ? paths.programmeHealth() : paths.pledgeMentor()}>
      {t(overseer ? "health.title" : "nav.pledge")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t(overseer ? "pledgeCall.lead" : "pledgeCall.ownLead")}
        actions={total > 0 && start}
      />
      <DataTable
        caption={t("pledgeCall.count", { count: total })}
        rows={calls}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("pledgeCall.none")} text={t("pledgeCall.noneText")} action={start} />}
        columns={[
          {
            key: "gaps",
            header: t("pledgeCall.gaps"),
            rowHeader: true,
            cell: ({ id, gaps }) => (
              <Link to={paths.pledgeCall(id)}>
                {format.list(gaps.map((gap) => gapWords(t, gap, languageName)))}
              </Link>
            ),
          },
          {
            key: "state",
            header: t("pledgeCall.state"),
            cell: ({ state, sentAt }) =>
              sentAt ? (
                t("pledgeCall.sentOn", { day: format.date(sentAt) })
              ) : (
                <Badge tone="warn">{t(`pledgeCall.state.${state}`)}</Badge>
              ),
          },
          {
            key: "answerBy",
            header: t("pledgeCall.answerBy"),
            nowrap: true,
            cell: ({ answerBy }) => format.date(answerBy),
          },
          ...(overseer
            ? [
                {
                  key: "states",
                  header: t("pledgeCall.states"),
                  align: "end" as const,
                  cell: ({ addressed }: (typeof calls)[number]) => format.number(addressed),
                },
              ]
            : []),
          {
            key: "answers",
            header: t(overseer ? "pledgeCall.answers" : "pledgeCall.ownAnswers"),
            align: "end",
            cell: ({ answers }) => format.number(answers),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
