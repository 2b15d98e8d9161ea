import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { type NomineeSight, STATE_SORTS, yearAsked } from "#app/gender/accountability.ts";
import { AccountabilityLinks } from "#app/gender/accountability-links.tsx";
import {
  listStateBalance,
  STATES_OF_BALANCE_PER_PAGE,
} from "#app/gender/accountability-states.queries.server.ts";
import { StateBalanceTable } from "#app/gender/accountability-states.tsx";
import { YearChoice } from "#app/gender/accountability-year.tsx";
import { reportingYear, yearFrom } from "#app/gender/balance.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { today } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { sortingOf } from "#app/platform/sorting.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** What each state nominated in a reporting year, which rules it kept, what it pledged; a focal point's own state alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actingState(actor);
  permit(can(actor, "accountability.readState", { stateCode }));
  const t = await translatorOf(request);
  const [page, sorting] = [pageOf(request.url), sortingOf(request.url, STATE_SORTS)];
  const present = Number(reportingYear(today()).startsOn.slice(0, 4));
  const year = yearAsked(request.url, present);
  const sight: NomineeSight = stateCode !== null ? "own" : can(actor, "gender.readExact") ? "exact" : "none";
  const asked = { period: yearFrom(year), sight, stateCode, locale: languageOf(request) };
  return {
    title: t("accountability.list.states"),
    ...(await listStateBalance(asked, sorting, page)),
    ...{ present, year, page, sorting, perPage: STATES_OF_BALANCE_PER_PAGE },
    ...{ sight, linked: stateCode !== null || can(actor, "states.list") },
  };
}

const LEADS = {
  exact: "accountability.statesLead",
  own: "accountability.ownStateLead",
  none: "accountability.pledgesLead",
} as const;

export default function AccountableStates() {
  const { title, states, total, page, perPage, sorting, present, year, sight, linked } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(LEADS[sight])}
        actions={<AccountabilityLinks current="states" ofState={sight === "own"} />}
      />
      <YearChoice present={present} year={year} />
      <StateBalanceTable states={states} sorting={sorting} linked={linked} sight={sight} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
