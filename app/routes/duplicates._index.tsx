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
import { listPairs, PAIRS_PER_PAGE } from "#app/selection/duplicate/duplicate.queries.server.ts";
import { DUPLICATE_STATES } from "#app/selection/duplicate/duplicate.ts";
import { DuplicateFilter } from "#app/selection/duplicate/duplicate-filter.tsx";
import { LikenessReasons } from "#app/selection/duplicate/likeness-reasons.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

const filters = z.object({
  state: z.enum(DUPLICATE_STATES).catch("suspected"),
  name: z.string().trim().max(100).catch(""),
});

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.read"));
  const t = await translatorOf(request);
  const filter = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const list = await listPairs(actor, { ...filter, page });
  return { title: t("selection.duplicate.list"), filter, page, perPage: PAIRS_PER_PAGE, ...list };
}

export default function Duplicates() {
  const { title, filter, page, perPage, total, pairs } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={title} lead={t("selection.duplicate.lead")} />
      <DuplicateFilter {...filter} />
      <DataTable
        caption={title}
        captionHidden
        rows={pairs}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("selection.duplicate.none")}
            text={t("selection.duplicate.noneText")}
            action={<LinkButton to={paths.vacancies()}>{t("selection.duplicate.toVacancies")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "pair",
            header: t("selection.duplicate.pair"),
            rowHeader: true,
            cell: ({ id, first, second }) => (
              <Link to={paths.duplicate(id)}>{t("selection.duplicate.pairOf", { first, second })}</Link>
            ),
          },
          {
            key: "likeness",
            header: t("selection.duplicate.likeness"),
            align: "end",
            nowrap: true,
            cell: ({ likeness }) => t("selection.duplicate.likenessOf", { likeness }),
          },
          {
            key: "reasons",
            header: t("selection.duplicate.reasons"),
            cell: ({ reasons }) => <LikenessReasons reasons={reasons} />,
          },
          {
            key: "found",
            header: t("selection.duplicate.found"),
            nowrap: true,
            cell: ({ foundAt }) => format.date(foundAt),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
