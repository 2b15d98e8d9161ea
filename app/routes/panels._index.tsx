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
import { listPanels, PANELS_PER_PAGE } from "#app/selection/panel/panel.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.list"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const own = can(actor, "panel.listOwn");
  const title = t(own ? "selection.panel.own" : "selection.panel.list");
  return {
    title,
    ...{ own, sets: can(actor, "panel.set"), readsQuestions: can(actor, "question.read") },
    ...{ page, perPage: PANELS_PER_PAGE, ...(await listPanels(actor, page)) },
  };
}

export default function Panels() {
  const { title, own, sets, readsQuestions, panels, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.panel.lead")}
        actions={
          <>
            {sets && <LinkButton to={paths.compositionRules()}>{t("selection.rules.title")}</LinkButton>}
            {readsQuestions && <LinkButton to={paths.questions()}>{t("interview.bank.title")}</LinkButton>}
          </>
        }
      />
      <DataTable
        caption={title}
        captionHidden
        rows={panels}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("selection.panel.none")}
            text={t(own ? "selection.panel.noneText" : "selection.panel.noneSecretariatText")}
            action={<LinkButton to={own ? paths.home() : paths.vacancies()}>{t("error.home")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "case",
            header: t("selection.panel.case"),
            cell: ({ id, vacancy }) => <Link to={paths.panel(id)}>{caseTitle(format.locale, vacancy)}</Link>,
          },
          {
            key: "reference",
            header: t("selection.panel.reference"),
            nowrap: true,
            cell: ({ vacancy }) => vacancy.reference,
          },
          {
            key: "phase",
            header: t("selection.panel.phaseHeading"),
            cell: ({ phase }) => (
              <Badge tone={PHASE_RIGHTS[phase].scores === null ? "neutral" : "warn"}>
                {t(`phase.name.${phase}`)}
              </Badge>
            ),
          },
          {
            key: "due",
            header: t("selection.panel.dueOn"),
            nowrap: true,
            cell: ({ scoringDueOn }) => (scoringDueOn === null ? "–" : format.date(scoringDueOn)),
          },
          {
            key: "seat",
            header: t("selection.panel.seat"),
            cell: ({ seat }) =>
              seat === null ? "–" : t(seat.chair ? "selection.panel.chair" : "selection.panel.member"),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
