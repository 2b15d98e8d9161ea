import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { ChampionTable } from "#app/cadre/champion-table.tsx";
import { CHAMPIONS_PER_PAGE, listChampions } from "#app/cadre/champions.queries.server.ts";
import { AccountabilityLinks } from "#app/gender/accountability-links.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { pageOf } from "#app/platform/paging.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The gender champions that states pledged, and what they did; a focal point's own state alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actingState(actor);
  permit(can(actor, "accountability.readState", { stateCode }));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const list = await listChampions(actor, stateCode, page);
  return {
    title: t("accountability.list.champions"),
    ...{ ...list, page, perPage: CHAMPIONS_PER_PAGE, own: stateCode !== null },
  };
}

export default function GenderChampions() {
  const { title, pledges, total, page, perPage, own } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("accountability.championsLead")}
        actions={<AccountabilityLinks current="champions" ofState={own} />}
      />
      <ChampionTable pledges={pledges} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
