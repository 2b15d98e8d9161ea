import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
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
import { CLEARANCES_PER_PAGE, listClearances } from "#app/selection/clearance/clearance.queries.server.ts";
import { CLEARANCE_KINDS, CLEARANCE_VIEWS } from "#app/selection/clearance/clearance.ts";
import { ClearanceBadge } from "#app/selection/clearance/clearance-badge.tsx";
import { ClearanceFilter } from "#app/selection/clearance/clearance-filter.tsx";
import { GateDays } from "#app/selection/clearance/gate-table.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

const filters = z.object({
  show: z.enum(CLEARANCE_VIEWS).catch("waiting"),
  kind: z.enum(CLEARANCE_KINDS).optional().catch(undefined),
  mine: z.literal("yes").optional().catch(undefined),
});

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "clearance.read"));
  const t = await translatorOf(request);
  const { show, kind, mine } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const mayRecord = can(actor, "clearance.record");
  const list = await listClearances(actor, { view: show, kind, mine: mayRecord && mine === "yes", page });
  return {
    title: t("nav.clearances"),
    mayRecord,
    filter: { show, kind: kind ?? null, mine: mine === "yes", mayOwn: mayRecord },
    ...list,
    ...{ page, perPage: CLEARANCES_PER_PAGE },
  };
}

export default function Clearances() {
  const { title, filter, page, perPage, clearances, total, mayRecord } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.clearance.lead")}
        meta={t("selection.clearance.count", { count: total })}
      />
      <ClearanceFilter {...filter} />
      <DataTable
        caption={title}
        captionHidden
        stickyFirst
        rows={clearances}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("selection.clearance.none")}
            text={t("selection.clearance.noneText")}
            action={
              <LinkButton to={paths.clearances({ show: "all" })}>
                {t("selection.clearance.listAll")}
              </LinkButton>
            }
          />
        }
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ id, name }) => (mayRecord ? <Link to={paths.clearance(id)}>{name}</Link> : name),
          },
          {
            key: "kind",
            header: t("selection.clearance.kindHeading"),
            cell: ({ kind }) => t(`selection.clearance.kind.${kind}`),
          },
          { key: "case", header: t("selection.post.one"), cell: (row) => caseTitle(format.locale, row) },
          {
            key: "owner",
            header: t("vetting.gate.owner"),
            cell: ({ owner }) => owner ?? t("vetting.gate.noOwner"),
          },
          {
            key: "due",
            header: t("vetting.gate.dueOn"),
            nowrap: true,
            cell: ({ dueOn }) => format.date(dueOn),
          },
          { key: "days", header: t("vetting.gate.days"), cell: ({ clock }) => <GateDays clock={clock} /> },
          {
            key: "outcome",
            header: t("selection.clearance.outcomeHeading"),
            cell: (row) => <ClearanceBadge clearance={row} />,
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
