import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { listMissions } from "#app/selection/needs/mission.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mission.read"));
  const t = await translatorOf(request);
  return { title: t("selection.mission.list"), missions: await listMissions() };
}

export default function Missions() {
  const { title, missions } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.mission.listLead")}
        meta={t("selection.mission.count", { count: missions.length })}
      />
      <DataTable
        caption={title}
        captionHidden
        stickyFirst
        rows={missions}
        rowKey={(mission) => mission.id}
        empty={
          <EmptyState
            title={t("selection.mission.none")}
            action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "acronym",
            header: t("selection.mission.acronym"),
            rowHeader: true,
            nowrap: true,
            cell: ({ acronym }) => <Link to={paths.mission(acronym)}>{acronym}</Link>,
          },
          { key: "name", header: t("selection.mission.name"), cell: (row) => nameIn(format.locale, row) },
          {
            key: "kind",
            header: t("selection.mission.kind"),
            cell: ({ kind }) => t(`selection.mission.kind.${kind}`),
          },
          {
            key: "posts",
            header: t("selection.mission.posts"),
            align: "end",
            cell: ({ posts }) => format.number(posts),
          },
          {
            key: "fallingVacant",
            header: t("selection.mission.fallingVacant"),
            align: "end",
            cell: ({ fallingVacant }) => format.number(fallingVacant),
          },
          {
            key: "needs",
            header: t("selection.mission.needs"),
            cell: ({ needsSetAt }) =>
              needsSetAt ? format.date(needsSetAt) : t("selection.mission.needsNotStated"),
          },
        ]}
      />
    </>
  );
}
