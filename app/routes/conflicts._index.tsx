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
import { CONFLICT_SOURCES } from "#app/selection/conflict/conflict.ts";
import { ConflictFilter } from "#app/selection/conflict/conflict-filter.tsx";
import { CONFLICT_STANDINGS } from "#app/selection/conflict/conflict-register.ts";
import { ConflictStateBadge } from "#app/selection/conflict/conflict-state.tsx";
import {
  CONFLICTS_PER_PAGE,
  listKnownConflicts,
} from "#app/selection/conflict/known-conflict.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

const filters = z.object({
  name: z.string().trim().max(100).catch(""),
  source: z.enum(CONFLICT_SOURCES).optional().catch(undefined),
  standing: z.enum(CONFLICT_STANDINGS).optional().catch(undefined),
});

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "conflict.list"));
  const t = await translatorOf(request);
  const { name, source, standing } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  return {
    title: t("register.title"),
    filter: { name, source: source ?? null, standing: standing ?? null },
    ...(await listKnownConflicts(actor, { name, source, standing, page })),
    ...{ page, perPage: CONFLICTS_PER_PAGE },
  };
}

export default function ConflictRegister() {
  const { title, filter, conflicts, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={title} lead={t("register.lead")} meta={t("register.count", { count: total })} />
      <ConflictFilter {...filter} />
      <DataTable
        caption={title}
        captionHidden
        stickyFirst
        rows={conflicts}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("register.none")}
            text={t("register.noneText")}
            action={<LinkButton to={paths.conflictRegister()}>{t("register.all")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "member",
            header: t("register.member"),
            rowHeader: true,
            cell: ({ id, member }) => <Link to={paths.knownConflict(id)}>{member}</Link>,
          },
          { key: "person", header: t("register.person"), cell: ({ person }) => person },
          {
            key: "source",
            header: t("register.sourceHeading"),
            cell: ({ source }) => t(`selection.conflict.source.${source}`),
          },
          { key: "detail", header: t("register.detail"), cell: ({ detail }) => detail || "–" },
          {
            key: "found",
            header: t("register.foundAt"),
            nowrap: true,
            cell: ({ foundAt }) => format.date(foundAt),
          },
          {
            key: "expires",
            header: t("register.expiresOn"),
            cell: ({ expiresOn }) => (expiresOn ? format.date(expiresOn) : t("register.forGood")),
          },
          {
            key: "state",
            header: t("register.standingHeading"),
            cell: ({ state }) => <ConflictStateBadge state={state} />,
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
