import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import {
  listNominations,
  listRoleKindChoices,
} from "#app/selection/nomination/nomination-list.queries.server.ts";
import { listFilterSchema } from "#app/selection/nomination/nomination-list.ts";
import { NominationListFilter } from "#app/selection/nomination/nomination-list-filter.tsx";
import { NominationListTable } from "#app/selection/nomination/nomination-list-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pipeline.read"));
  const t = await translatorOf(request);
  const filter = listFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, states, roleKinds] = await Promise.all([
    listNominations(actor, filter),
    listStates(actor.locale),
    listRoleKindChoices(),
  ]);
  return { title: t("vetting.list.title"), filter, list, states, roleKinds };
}

export default function Candidacies() {
  const { title, filter, list, states, roleKinds } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { before, after, ...kept } = filter;
  const { newer, older } = list;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("vetting.list.lead")}
        meta={t("vetting.list.count", { count: list.total })}
      />
      <NominationListFilter
        key={JSON.stringify(kept)}
        filter={filter}
        states={states}
        roleKinds={roleKinds}
      />
      <NominationListTable nominations={list.nominations} />
      {(newer ?? older) && (
        <Pagination
          label={t("vetting.list.pages")}
          previous={
            newer
              ? { to: paths.candidacies({ ...kept, before: newer }), label: t("vetting.list.newer") }
              : null
          }
          next={
            older
              ? { to: paths.candidacies({ ...kept, after: older }), label: t("vetting.list.older") }
              : null
          }
        />
      )}
    </>
  );
}
