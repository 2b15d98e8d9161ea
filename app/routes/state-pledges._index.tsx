import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { actingState, can } from "#app/access/can.ts";
import { getActor } from "#app/access/session.server.ts";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { PledgeFilters, PledgeRegister } from "#app/cadre/pledge-register.tsx";
import {
  listPledgingStates,
  listStatePledges,
  PLEDGES_PER_PAGE,
} from "#app/cadre/state-pledge.queries.server.ts";
import { PLEDGE_KINDS } from "#app/cadre/state-pledge.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const filters = z.object({
  state: z.string().length(2).optional().catch(undefined),
  kind: z.enum(PLEDGE_KINDS).optional().catch(undefined),
});

export const meta = pageTitle;
export const handle = { scripts: false };
/** The public's register may be kept for five minutes; of whoever is signed in the server has nobody keep a page. */
export const headers: HeadersFunction = () => ({ "cache-control": "public, max-age=300" });

/** The register of pledges: public once the secretariat has registered them; a state sees its own from the first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const chosen = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const [list, states] = await Promise.all([
    listStatePledges(actor, { ...chosen, page }),
    listPledgingStates(actor),
  ]);
  const stateCode = actingState(actor);
  const mayPledge = actor !== null && stateCode !== null && can(actor, "statePledge.make", { stateCode });
  return {
    title: t("pledge.register"),
    ...{ ...list, states, chosen, page, perPage: PLEDGES_PER_PAGE },
    ...{ mayPledge, ownState: stateCode, signedIn: actor !== null },
  };
}

export default function StatePledges() {
  const { title, pledges, total, states, chosen, page, perPage, mayPledge, ownState, signedIn } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pledge.registerLead")}
        meta={t("pledge.count", { count: total })}
        actions={
          signedIn ? (
            <>
              {mayPledge && (
                <LinkButton variant="primary" to={paths.newStatePledge()}>
                  {t("pledge.new")}
                </LinkButton>
              )}
              {mayPledge && ownState && (
                <LinkButton to={paths.state(ownState)}>{t("pledge.promises")}</LinkButton>
              )}
              {total > 0 && <ListExports list="pledges" asked={chosen} />}
            </>
          ) : (
            <>
              <LinkButton to={paths.openPledgeSheet()}>{t("openData.csv")}</LinkButton>
              <LinkButton to={paths.openPledgeJson()}>{t("openData.json")}</LinkButton>
            </>
          )
        }
      />
      <PledgeFilters states={states} chosen={chosen} />
      <PledgeRegister pledges={pledges} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
