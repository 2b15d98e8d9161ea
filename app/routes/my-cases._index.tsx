import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { CASES_PER_PAGE, listOwnCandidacies } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { ownStatusWords } from "#app/selection/candidate/own-status-words.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { listOwnNominations } from "#app/selection/nomination/own-nomination.queries.server.ts";
import { OwnNominations } from "#app/selection/nomination/own-nominations.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "case.listOwn"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const personId = actor.personId ?? "";
  const [{ cases, total }, nominations] = await Promise.all([
    listOwnCandidacies(personId, page),
    listOwnNominations(actor.locale, personId),
  ]);
  return {
    title: t("nav.myCases"),
    nominations,
    ...{ page, total, perPage: CASES_PER_PAGE },
    cases: cases.map(({ state, vacancyState, told, ...one }) => ({
      ...one,
      status: nominationStatus(state, vacancyState, told),
    })),
  };
}

export default function MyCases() {
  const { title, nominations, cases, page, total, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={title} lead={t("selection.own.lead")} />
      <DataTable
        caption={title}
        captionHidden
        rows={cases}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("selection.own.none")}
            text={t("selection.own.noneText")}
            action={<LinkButton to={paths.calls()}>{t("selection.call.list")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "post",
            header: t("selection.post.one"),
            rowHeader: true,
            cell: (row) => <Link to={paths.myCase(row.id)}>{caseTitle(format.locale, row)}</Link>,
          },
          {
            key: "nominated",
            header: t("selection.candidacy.nominatedOn"),
            nowrap: true,
            cell: ({ nominatedAt }) => format.date(nominatedAt),
          },
          {
            key: "status",
            header: t("selection.nomination.status"),
            cell: ({ status }) => (
              <Badge
                tone={status === "awaitingConsent" ? "warn" : status === "selected" ? "good" : "neutral"}
              >
                {ownStatusWords(t, status)}
              </Badge>
            ),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
      {nominations.length > 0 && (
        <Section title={t("nominating.pool.own")}>
          <OwnNominations nominations={nominations} />
        </Section>
      )}
    </>
  );
}
