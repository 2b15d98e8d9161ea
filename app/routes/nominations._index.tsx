import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { stateName } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { OpenCalls } from "#app/selection/call/open-calls.tsx";
import {
  listNominations,
  listOpenCalls,
  NOMINATIONS_PER_PAGE,
} from "#app/selection/nomination/nomination.queries.server.ts";
import { NominationTable } from "#app/selection/nomination/nomination-table.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actor.stateCode ?? "";
  permit(can(actor, "nomination.submit", { stateCode }));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [state, calls, list] = await Promise.all([
    stateName(languageOf(request), stateCode),
    listOpenCalls(actor.locale, stateCode),
    listNominations(actor, stateCode, page),
  ]);
  return {
    title: t("selection.nomination.list"),
    state,
    stateCode,
    calls,
    page,
    perPage: NOMINATIONS_PER_PAGE,
    ...list,
  };
}

export default function Nominations() {
  const { title, state, stateCode, calls, nominations, total, page, perPage } =
    useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.nomination.listLead", { state })}
        actions={<LinkButton to={paths.state(stateCode)}>{t("nominating.state.own")}</LinkButton>}
      />
      <Section title={t("selection.nomination.openCalls")}>
        {calls.length > 0 ? (
          <OpenCalls calls={calls} />
        ) : (
          <EmptyState
            title={t("selection.nomination.noCalls")}
            text={t("selection.nomination.noCallsText")}
            action={<LinkButton to={paths.calls()}>{t("selection.call.list")}</LinkButton>}
          />
        )}
      </Section>
      <Section title={t("selection.nomination.nominated")}>
        {total > 0 ? (
          <NominationTable nominations={nominations} />
        ) : (
          <EmptyState
            title={t("selection.nomination.none")}
            text={t("selection.nomination.noneText")}
            action={<Link to={paths.calls()}>{t("selection.call.list")}</Link>}
          />
        )}
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
    </>
  );
}
