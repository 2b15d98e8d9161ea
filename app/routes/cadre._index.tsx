import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { ListExports } from "#app/cadre/list-exports.tsx";
import {
  listMembers,
  listRoleKinds,
  listSpoken,
  MEMBERS_PER_PAGE,
} from "#app/cadre/member.queries.server.ts";
import { MemberFilters } from "#app/cadre/member-filters.tsx";
import { noCounts, searchFrom, searchParams } from "#app/cadre/member-search.ts";
import { MemberTable } from "#app/cadre/member-table.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { MAX_SHEET_ROWS } from "#app/platform/spreadsheet.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** What a search that cannot be read finds. */
const NOBODY = { total: 0, counts: noCounts(), page: 1, members: [] } satisfies Awaited<
  ReturnType<typeof listMembers>
>;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const t = await translatorOf(request);
  const read = searchFrom(Object.fromEntries(new URL(request.url).searchParams));
  const chosen = read ?? {};
  const perPage = MEMBERS_PER_PAGE;
  const [list, roleKinds, languages] = await Promise.all([
    read ? listMembers(actor, read, { page: pageOf(request.url), perPage }) : NOBODY,
    listRoleKinds(),
    listSpoken(),
  ]);
  const nameOf = await stateNames(
    actor.locale,
    list.members.flatMap(({ nationalities }) => nationalities),
  );
  const members = list.members.map((member) => ({
    ...member,
    nationalities: member.nationalities.map(nameOf),
  }));
  return {
    title: t("cadre.list.title"),
    mayAdmit: can(actor, "cadre.admit"),
    mostRows: MAX_SHEET_ROWS,
    maySave: can(actor, "savedSearch.keep"),
    regions: Object.keys({ ...list.counts.region, ...(chosen.region && { [chosen.region]: 0 }) }).toSorted(),
    unread: read === null,
    ...{ ...list, members, roleKinds, languages, chosen, perPage },
  };
}

export default function Cadre() {
  const { members, total, page, perPage, chosen, unread, mayAdmit, maySave, mostRows, ...shown } =
    useLoaderData<typeof loader>();
  const asked = searchParams(chosen);
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("cadre.list.title")}
        lead={t("cadre.list.lead")}
        meta={t("cadre.list.count", { count: total })}
        actions={
          <>
            {mayAdmit && <LinkButton to={paths.proposeMember()}>{t("cadre.list.propose")}</LinkButton>}
            {maySave && <LinkButton to={paths.savedSearches(asked)}>{t("cadre.search.saved")}</LinkButton>}
            {total > 0 && total <= mostRows && <ListExports list="members" asked={asked} />}
            <LinkButton to={paths.bench()}>{t("bench.title")}</LinkButton>
            <LinkButton to={paths.cadreSettings()}>{t("cadre.settings.title")}</LinkButton>
          </>
        }
      />
      <MemberFilters key={JSON.stringify(asked)} {...shown} chosen={chosen} />
      {total > mostRows && <p className="mb-4 text-muted">{t("cadre.export.narrow", { most: mostRows })}</p>}
      {unread ? (
        <EmptyState
          title={t("cadre.search.unread")}
          text={t("cadre.search.unreadText")}
          action={<LinkButton to={paths.cadre()}>{t("cadre.list.clear")}</LinkButton>}
        />
      ) : (
        <MemberTable members={members} />
      )}
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
