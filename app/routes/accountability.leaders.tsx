import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { COMPACT_MOMENTS } from "#app/cadre/compact.ts";
import { LEADER_SORTS } from "#app/gender/accountability.ts";
import { LEADERS_PER_PAGE, listLeaderBalance } from "#app/gender/accountability-leaders.queries.server.ts";
import { LeaderBalanceTable } from "#app/gender/accountability-leaders.tsx";
import { AccountabilityLinks } from "#app/gender/accountability-links.tsx";
import { readTargets } from "#app/gender/target.queries.server.ts";
import { parityTarget } from "#app/gender/target.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { sortingOf } from "#app/platform/sorting.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** What each leader in post answers for this calendar year, as their compact has it, against what the records count. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "accountability.read"));
  const t = await translatorOf(request);
  const [page, sorting] = [pageOf(request.url), sortingOf(request.url, LEADER_SORTS)];
  const year = Number(today().slice(0, 4));
  const exact = can(actor, "gender.readExact");
  const [list, targets] = await Promise.all([
    listLeaderBalance({ today: today(), year, exact }, sorting, page),
    readTargets(),
  ]);
  return {
    title: t("accountability.list.leaders"),
    ...{ ...list, page, sorting, year, exact, perPage: LEADERS_PER_PAGE },
    target: parityTarget(targets)?.value ?? null,
  };
}

export default function AccountableLeaders() {
  const { title, leaders, total, page, perPage, sorting, year, exact, target } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ to: paths.accountability(), label: t("accountability.title") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        lead={t("accountability.leadersLead", { year: String(year) })}
        actions={<AccountabilityLinks current="leaders" />}
      />
      <LeaderBalanceTable
        leaders={leaders}
        sorting={sorting}
        target={target}
        exact={exact}
        conversations={COMPACT_MOMENTS.length}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
