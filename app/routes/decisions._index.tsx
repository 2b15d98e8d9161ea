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
import { DECISIONS_PER_PAGE, listDecisions } from "#app/selection/decision/decision.queries.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "decision.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("nav.decisions"),
    page,
    perPage: DECISIONS_PER_PAGE,
    readsLetters: can(actor, "letter.read"),
    decides: can(actor, "decision.await"),
    ...(await listDecisions(actor, page)),
  };
}

export default function Decisions() {
  const { title, vacancies, total, page, perPage, readsLetters, decides } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.decision.listLead")}
        actions={
          <>
            {readsLetters && <LinkButton to={paths.letters()}>{t("nav.letters")}</LinkButton>}
            {decides && <LinkButton to={paths.heldDecisions()}>{t("selection.held.title")}</LinkButton>}
          </>
        }
      />
      <DataTable
        caption={title}
        captionHidden
        rows={vacancies}
        rowKey={({ vacancyId }) => vacancyId}
        empty={
          <EmptyState
            title={t("selection.decision.none")}
            text={t("selection.decision.noneText")}
            action={<LinkButton to={paths.home()}>{t("error.home")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "post",
            header: t("selection.post.one"),
            rowHeader: true,
            cell: ({ vacancyId, vacancy }) => (
              <Link to={paths.decision(vacancyId)}>{caseTitle(format.locale, vacancy)}</Link>
            ),
          },
          {
            key: "reference",
            header: t("selection.panel.reference"),
            nowrap: true,
            cell: ({ vacancy }) => vacancy.reference,
          },
          {
            key: "recommended",
            header: t("selection.decision.recommended"),
            align: "end",
            cell: ({ recommended }) => format.number(recommended),
          },
          {
            key: "due",
            header: t("selection.decision.dueOn"),
            nowrap: true,
            cell: ({ dueOn, overdue }) => (
              <>
                {dueOn ? format.date(dueOn) : "–"}{" "}
                {overdue && <Badge tone="bad">{t("selection.decision.overdue")}</Badge>}
              </>
            ),
          },
          {
            key: "state",
            header: t("selection.vacancy.state"),
            cell: ({ decidedAt, state, held }) =>
              decidedAt ? (
                t("selection.decision.decidedOn", { date: format.date(decidedAt) })
              ) : (
                <>
                  <Badge tone="warn">
                    {t(state === "reopened" ? "selection.decision.waitsAgain" : "selection.decision.waits")}
                  </Badge>{" "}
                  {held && <Badge>{t("selection.held.badge")}</Badge>}
                </>
              ),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
