import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { MISSION_SORTS } from "#app/gender/accountability.ts";
import { AccountabilityLinks } from "#app/gender/accountability-links.tsx";
import { listMissionBalance, MISSIONS_PER_PAGE } from "#app/gender/accountability-missions.queries.server.ts";
import { MissionBalanceTable } from "#app/gender/accountability-missions.tsx";
import { readTargets } from "#app/gender/target.queries.server.ts";
import { parityTarget } from "#app/gender/target.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { sortingOf } from "#app/platform/sorting.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Who leads each mission, what falls vacant in it, and what is being chosen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "accountability.read"));
  const t = await translatorOf(request);
  const [page, sorting] = [pageOf(request.url), sortingOf(request.url, MISSION_SORTS)];
  const [list, targets] = await Promise.all([listMissionBalance(today(), sorting, page), readTargets()]);
  return {
    title: t("accountability.list.missions"),
    ...{ ...list, page, sorting, perPage: MISSIONS_PER_PAGE, on: today() },
    parity: parityTarget(targets)?.value ?? null,
  };
}

export default function AccountableMissions() {
  const { title, on, missions, total, page, perPage, sorting, parity } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ to: paths.accountability(), label: t("accountability.title") }]}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        lead={t("accountability.missionsLead")}
        meta={t("openData.asOf", { date: format.date(on) })}
        actions={<AccountabilityLinks current="missions" />}
      />
      <MissionBalanceTable missions={missions} sorting={sorting} parity={parity} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
